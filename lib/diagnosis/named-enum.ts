/** Name of the enum that F&O's refusal of a literal names, without its namespace. */
export function namedEnum(text: string): string | undefined {
  return /Microsoft\.Dynamics\.DataEntities\.(\w{1,200})'/.exec(text)?.[1]
}

/** The member that stood in a literal which F&O refused as none of its enum's. */
export function namedMember(text: string): string | undefined {
  const literal = /The string '[\w.]{1,200}'([^'\n]{1,120})'' is not a valid enumeration/i
  return literal.exec(text)?.[1]
}
