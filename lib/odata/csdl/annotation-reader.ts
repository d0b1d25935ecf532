import type { Attributes, Host, Qualify } from '@/lib/odata/csdl/builders'
import { finopsTell } from '@/lib/odata/csdl/finops-terms'
import type { CsdlTargetAnnotations } from '@/lib/odata/csdl/model'
import type { XmlWalk } from '@/lib/odata/csdl/xml-walk'

/** What the reader of annotations works with. */
export type AnnotationNeeds = Readonly<{
  walk: XmlWalk
  qualify: Qualify
  /** Takes what was declared away from its target. */
  tell: (annotations: CsdlTargetAnnotations) => void
  count: (element: string) => void
}>

/** Attributes that hold a constant, and a path, of an annotation. */
const valueAttributes = [
  ...['String', 'Bool', 'Int', 'Decimal', 'Float', 'EnumMember', 'Date', 'DateTimeOffset'],
  ...['Duration', 'Guid', 'TimeOfDay', 'Binary'],
  ...['Path', 'PropertyPath', 'NavigationPropertyPath', 'AnnotationPath'],
]
const valueElements = new Set(valueAttributes)

type Term = Readonly<{ written: string; name: string; tell: ReturnType<typeof finopsTell> }>

/**
 * Reads annotations: constants and lists of them are kept as text, records and expressions are
 * counted.
 *
 * @see OData CSDL XML 4.01, section 14: Vocabulary and Annotation
 */
export class AnnotationReader {
  readonly #needs: AnnotationNeeds
  #term: Term | undefined
  /**
   * A few terms are met a hundred thousand times. By the length of their names: to compare two
   * texts costs less than to look one up.
   */
  readonly #terms: (Term | undefined)[] = []
  #host: Host | undefined
  #values: string[] = []
  #text = ''
  /** Elements open inside the annotation. */
  #depth = 0
  #isKept = true
  #target: { target: string; annotations: Record<string, string> } | undefined

  readonly #hear = (text: string) => {
    this.#text += text
  }

  constructor(needs: AnnotationNeeds) {
    this.#needs = needs
  }

  /** True when the element is an annotation, or something inside one. */
  open(name: string, attributes: Attributes, host: Host | undefined): boolean {
    if (this.#term !== undefined) {
      this.#openValue(name)
      return true
    }
    if (name === 'Annotation') {
      const { Term = '', Qualifier } = attributes
      this.#term = this.#termOf(Term, Qualifier)
      this.#host = this.#target ?? host
      const constant = constantOf(attributes)
      this.#values = constant === undefined ? [] : [constant]
      this.#isKept = true
      return true
    }
    if (name !== 'Annotations') return false
    this.#target = {
      target: qualifiedPath(attributes.Target ?? '', this.#needs.qualify),
      annotations: {},
    }
    return true
  }

  /** True when the element that ends is an annotation, or something inside one. */
  close(name: string): boolean {
    if (this.#term !== undefined) {
      if (this.#depth > 0) this.#closeValue(name)
      else this.#finish(this.#term)
      return true
    }
    if (name !== 'Annotations' || !this.#target) return false
    this.#needs.tell(this.#target)
    this.#target = undefined
    return true
  }

  #termOf(name: string, qualifier: string | undefined): Term {
    const known = this.#terms[name.length]
    if (qualifier === undefined && known?.written === name) return known
    const qualified = this.#needs.qualify(name)
    if (qualifier !== undefined) {
      return { written: name, name: `${qualified}#${qualifier}`, tell: undefined }
    }
    const term = { written: name, name: qualified, tell: finopsTell(qualified) }
    this.#terms[name.length] = term
    return term
  }

  #openValue(name: string): void {
    this.#depth += 1
    if (valueElements.has(name)) {
      this.#text = ''
      this.#needs.walk.hearText(this.#hear)
    } else if (name !== 'Collection') {
      this.#needs.count(name)
      this.#isKept = false
    }
  }

  #closeValue(name: string): void {
    this.#depth -= 1
    if (!valueElements.has(name)) return
    this.#needs.walk.stopHearing()
    this.#values.push(this.#text.trim())
  }

  #finish(term: Term): void {
    this.#term = undefined
    const host = this.#host
    if (!(host && this.#isKept)) return
    // A term without a value says that it holds.
    const value = this.#values.length === 0 ? 'true' : this.#values.join('\n')
    if (term.tell && !this.#target) term.tell(host, value)
    else host.annotations = { ...host.annotations, [term.name]: value }
  }
}

function constantOf(attributes: Attributes): string | undefined {
  for (const name of valueAttributes) {
    const value = attributes[name]
    if (value !== undefined) return value
  }
  return undefined
}

/** `self.Order/Total` -> `Sales.Order/Total` */
function qualifiedPath(target: string, qualify: Qualify): string {
  const slash = target.indexOf('/')
  if (slash < 0) return qualify(target)
  return qualify(target.slice(0, slash)) + target.slice(slash)
}
