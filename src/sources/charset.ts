import { SourceFault } from './contract'

/** Strict UTF-8, byte order mark removed: wrongly decoded text must never pass for data. */
export function decodeUtf8(bytes: Uint8Array): string {
  const text = decodeAs(bytes, 'utf-8')
  if (text === undefined) throw new SourceFault('parse', 'the answer is not UTF-8 text')
  return text
}

/** Undefined when the bytes are not strictly this encoding, or there is no such encoding. */
function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Byte order marks, and "<?" as UTF-16 writes it, which comes before any word about the encoding can be read. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x3c, 0x00, 0x3f, 0x00], 'utf-16le'],
  [[0x00, 0x3c, 0x00, 0x3f], 'utf-16be'],
]

/** What the content type and the XML declaration say, each once: the declaration is plain ASCII by its own rules. */
function encodingsSaid(bytes: Uint8Array, type: string): string[] {
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  const said = [
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1],
    /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1],
  ]
  return [...new Set(said.flatMap((name) => (name === undefined ? [] : [name.toLowerCase()])))]
}

/**
 * The text of an XML document: by its signature, else as the XML declaration or the content type says, else UTF-8
 * (XML 1.0 appendix F; domain.md §3.2 (5)). Where the two differ only UTF-8 proves itself by its own bytes. A
 * one-byte encoding takes any bytes, so what is valid UTF-8 beyond ASCII and declared as such would be garbled.
 */
export function decodeXml(bytes: Uint8Array, type: string): string {
  const signature = SIGNATURES.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1]
  if (signature !== undefined) return decoded(bytes, signature)
  const said = encodingsSaid(bytes, type)
  const [encoding = 'utf-8'] = said
  if (encoding === 'utf-8' || said.includes('utf-8')) return decoded(bytes, 'utf-8')
  if (said.length > 1) throw new SourceFault('parse', `declared both as ${said.join(' and as ')}`)
  const beyondAscii = bytes.some((byte) => byte > 0x7f)
  if (beyondAscii && decodeAs(bytes, 'utf-8') !== undefined)
    throw new SourceFault('parse', `declared as ${encoding} and written in UTF-8`)
  return decoded(bytes, encoding)
}

function decoded(bytes: Uint8Array, encoding: string): string {
  const text = decodeAs(bytes, encoding)
  if (text === undefined) throw new SourceFault('parse', `the answer is not ${encoding} text`)
  return text
}
