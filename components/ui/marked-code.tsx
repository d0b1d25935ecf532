type CodeMark = 'comment' | 'string' | 'word' | 'plain'

type Props = Readonly<{ parts: readonly Readonly<{ mark: CodeMark; text: string }>[] }>

const looks: Readonly<Record<CodeMark, string | undefined>> = {
  comment: 'text-faint italic',
  string: 'text-success',
  word: 'text-info font-medium',
  plain: undefined,
}

/** Code with its comments, literals and words told apart. */
export function MarkedCode({ parts }: Props) {
  let at = 0
  return parts.map(({ mark, text }) => {
    const key = at
    at += text.length
    return (
      <span key={key} className={looks[mark]}>
        {text}
      </span>
    )
  })
}
