import { parseXml as parse, XmlError, XmlElement, XmlText } from '@rgrove/parse-xml'
import { SourceFault } from './contract'
import { redact } from './redact'

/** An element of an XML document. Names are as written, prefix included. */
export interface Element {
  name: string
  attributes: ReadonlyMap<string, string>
  children: (Element | string)[]
}

/** Real feeds are five deep; a document deeper than this is made to exhaust its reader. */
const MAX_DEPTH = 60
/** A document type after nothing but declarations and comments, the only place where XML has one. */
const DOCTYPE = /^\s*(?:<\?[^>]*\?>\s*|<!--(?:[^-]|-(?!->))*-->\s*)*<!DOCTYPE/i

/**
 * Reads XML 1.0 strictly, by parse-xml: well formed or refused. What defines entities can read files, ask hosts and
 * grow without end, so a DOCTYPE is refused before anything is read. The browser's own DOMParser is not used
 * (docs/decisions/0013). Throws SourceFault `parse` or `refused`.
 */
export function parseXml(text: string): Element {
  if (DOCTYPE.test(text))
    throw new SourceFault('refused', 'a document type (DOCTYPE) may define entities and is never read')
  try {
    // Many portals leave a line before the declaration, where XML has none.
    const { root } = parse(text.trimStart())
    if (!root) throw new SourceFault('parse', `XML without a root: ${redact(text)}`)
    return elementOf(root, 1)
  } catch (error) {
    if (error instanceof SourceFault) throw error
    // A RangeError is nesting deeper than the stack.
    const where =
      error instanceof XmlError ? `in line ${error.line}: ${redact(error.message)}` : 'nested too deeply'
    throw new SourceFault('parse', `broken XML ${where}`)
  }
}

/** Comments and processing instructions are left out; CDATA is text. */
function elementOf({ name, attributes, children }: XmlElement, depth: number): Element {
  if (depth > MAX_DEPTH) throw new SourceFault('parse', 'broken XML nested too deeply')
  return {
    name,
    attributes: new Map(Object.entries(attributes)),
    children: children.flatMap((child) => {
      if (child instanceof XmlElement) return elementOf(child, depth + 1)
      return child instanceof XmlText ? child.text : []
    }),
  }
}

/** The child elements, of one name when told. */
export function elements({ children }: Element, name?: string): Element[] {
  return children.filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

/** All text within, in order; parts of it stand apart, as the paragraphs of an XHTML text do. */
export function textOf({ children }: Element): string {
  const parts = children.map((child) => (typeof child === 'string' ? child : ` ${textOf(child)} `))
  return parts.join('')
}
