/** Namespaces by their aliases, as far as they have been declared. */
export class NameScope {
  readonly aliases = new Map<string, string>()
  readonly namespaces: string[] = []
  #current = ''
  /** Most types are met many times; a name is put together once. */
  readonly #known = new Map<string, string>()

  openSchema(namespace: string, alias: string | undefined): undefined {
    this.#current = namespace
    if (!this.namespaces.includes(namespace)) this.namespaces.push(namespace)
    this.include(namespace, alias)
  }

  include(namespace: string | undefined, alias: string | undefined): undefined {
    if (namespace === undefined || alias === undefined) return
    this.aliases.set(alias, namespace)
    this.#known.clear()
  }

  /** The qualified name of something that the current schema declares. */
  declared(name: string): string {
    return `${this.#current}.${name}`
  }

  /** A reference with its alias replaced; one whose alias is not known stays as it is. */
  qualify = (name: string): string => {
    if (name.startsWith('Edm.')) return name
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const dot = name.lastIndexOf('.')
    const namespace = dot < 0 ? undefined : this.aliases.get(name.slice(0, dot))
    const qualified = namespace === undefined ? name : `${namespace}${name.slice(dot)}`
    this.#known.set(name, qualified)
    return qualified
  }
}
