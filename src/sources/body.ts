import { decodeUtf8, decodeXml } from './charset'
import { SourceFault } from './contract'
import { redact } from './redact'

/** Reads a body up to `max` bytes; the caller stops what is still on its way. */
async function readBytes(response: Response, max: number): Promise<{ bytes: Uint8Array; cut: boolean }> {
  if (!response.body) return { bytes: new Uint8Array(), cut: false }
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    size += value.byteLength
    if (size > max) break
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return { bytes, cut: size > max }
}

/** A redacted beginning of an error's body. */
export async function readSample(response: Response): Promise<string> {
  const { bytes } = await readBytes(response, 2_000)
  return redact(new TextDecoder().decode(bytes.subarray(0, 2_000)))
}

const PAGE_INSTEAD = 'the answer is a web page, not data'

/** Answers that are markup: a person would see a page, we must not see data. */
function refuseMarkup(text: string, type: string): void {
  const start = text.trimStart().slice(0, 500)
  const html = /html/.test(type) || /^<!doctype html|<html/i.test(start)
  const xml = /xml/.test(type) || /^<(\?xml|\w+:|ServiceException)/i.test(start)
  // A page instead of data is nearly always a log-in, a captive portal or a firewall asking for a person.
  if (html || (start.startsWith('<') && !xml)) throw new SourceFault('auth', PAGE_INSTEAD)
  if (xml) throw new SourceFault('shape', 'the answer is XML')
}

/** Names that would reach an object's prototype are left out of everything we read. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
/** Such a name, or an escape that may spell one. Looking at every key is ten times the work, so only then. */
const SUSPICIOUS = /__proto__|constructor|prototype|\\u/
const withoutForbidden = (key: string, value: unknown) => (FORBIDDEN.has(key) ? undefined : value)

function parseJson(text: string): unknown {
  try {
    return SUSPICIOUS.test(text) ? JSON.parse(text, withoutForbidden) : JSON.parse(text)
  } catch (error) {
    // A RangeError is nesting deeper than the stack.
    const reason = error instanceof RangeError ? 'nested too deeply' : 'broken or cut off'
    throw new SourceFault('parse', `JSON ${reason}: ${redact(text)}`)
  }
}

/** The whole body, or SourceFault `limit`. */
async function readAll(response: Response, max: number): Promise<{ bytes: Uint8Array; type: string }> {
  const tooLarge = () => new SourceFault('limit', `the answer is larger than ${Math.round(max / 1000)} kB`)
  if (Number(response.headers.get('content-length')) > max) throw tooLarge()
  const { bytes, cut } = await readBytes(response, max)
  if (cut) throw tooLarge()
  return { bytes, type: (response.headers.get('content-type') ?? '').toLowerCase() }
}

/**
 * The JSON of a successful answer; `json` is undefined when the source answered with nothing at all.
 * Throws SourceFault `limit`, `auth`, `shape` or `parse`.
 */
export async function readJson(response: Response, max: number): Promise<{ json: unknown; bytes: number }> {
  const { bytes, type } = await readAll(response, max)
  const text = decodeUtf8(bytes)
  if (text.trim() === '' && !/html/.test(type)) return { json: undefined, bytes: bytes.byteLength }
  refuseMarkup(text, type)
  if (!/[/+]json\b/.test(type)) throw new SourceFault('shape', `content type "${redact(type)}" is not JSON`)
  return { json: parseJson(text), bytes: bytes.byteLength }
}

/** An HTML page, behind nothing but blanks, an XML declaration and comments: an article may speak of "<html". */
const PAGE = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html)\b/i

/**
 * The XML of a successful answer as text; empty when the source answered with nothing at all.
 * Throws SourceFault `limit`, `auth`, `shape` or `parse`.
 */
export async function readXml(response: Response, max: number): Promise<{ text: string; bytes: number }> {
  const { bytes, type } = await readAll(response, max)
  if (/html/.test(type)) throw new SourceFault('auth', PAGE_INSTEAD)
  if (bytes.byteLength === 0) return { text: '', bytes: 0 }
  if (!/[/+]xml\b/.test(type)) throw new SourceFault('shape', `content type "${redact(type)}" is not XML`)
  const text = decodeXml(bytes, type)
  if (PAGE.test(text.slice(0, 2_000))) throw new SourceFault('auth', PAGE_INSTEAD)
  return { text, bytes: bytes.byteLength }
}
