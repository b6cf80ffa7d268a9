import cap from '../src/sources/connectors/cap'
import { SourceFault, type Http } from '../src/sources/contract'
import { answering, contextWith } from '../src/sources/fixtures'
import type { Batch } from '../src/sources/records'

/** Of CAP 1.2. */
export const CAP = 'xmlns="urn:oasis:names:tc:emergency:cap:1.2"'
export const SENT = '2023-04-30T17:00:00+07:00'
export const AT = Date.UTC(2023, 3, 30, 10)

/** What of a message a test chooses; the rest is right. */
export interface Parts {
  id?: string
  sent?: string
  status?: string
  type?: string
  scope?: string
  refs?: string
  info?: string
  namespace?: string
}

export const info = (inner = '', event = 'Mưa lớn', severity = 'Severe') =>
  `<info><language>vi-VN</language><category>Met</category><event>${event}</event><urgency>Expected</urgency><severity>${severity}</severity><certainty>Likely</certainty>${inner}</info>`

export function message(parts: Parts = {}): string {
  const { id = 'A', sent = SENT, status = 'Actual', type = 'Alert', scope = 'Public', refs } = parts
  const { info: body = info(), namespace = CAP } = parts
  return `<alert ${namespace}><identifier>${id}</identifier><sender>kttv@vn</sender><sent>${sent}</sent><status>${status}</status><msgType>${type}</msgType><scope>${scope}</scope>${refs === undefined ? '' : `<references>${refs}</references>`}${body}</alert>`
}

/** So many minutes after SENT, as CAP writes UTC. */
export const at = (minutes: number) => new Date(AT + minutes * 60_000).toISOString().replace('Z', '-00:00')
export const ref = (id: string, sent = SENT) => `kttv@vn,${id},${sent}`
export const atom = (...entries: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2"><title>Cảnh báo</title>${entries.map((entry) => `<entry>${entry}</entry>`).join('')}</feed>`
/** A list whose entries hold the messages themselves. */
export const list = (...messages: string[]) =>
  atom(...messages.map((each) => `<content type="application/cap+xml">${each}</content>`))

export const read = (text: string, more: object = {}, http: Http = answering(text)) =>
  cap.prepare({ via: 'canhbao/cap', ...more })(contextWith(http))
export const ids = ({ alerts }: Batch) => alerts.map(({ id }) => id.split(',')[1] ?? id)
export const one = async (text: string, more: object = {}) => (await read(text, more)).alerts[0]

export async function faultOf(reading: Promise<unknown>) {
  const result = await reading.catch((error: unknown) => error)
  return result instanceof SourceFault ? result.kind : 'read'
}
