import { aSource, body, network, SECOND, start } from './sourcesApp'

/** How a system answers; each call is one answer. */
export type Answer = () => Response | Promise<Response>

export const JSON_INIT = { headers: { 'Content-Type': 'application/json' } }

export const hang: Answer = () => new Promise(() => {})
export const refuse: Answer = () => Promise.reject(new TypeError('Failed to fetch'))
export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response('', { status: code, headers })
export const typed =
  (text: BodyInit, type: string, code = 200): Answer =>
  () =>
    new Response(text, { status: code, headers: { 'Content-Type': type } })
export const json = (text: BodyInit) => typed(text, 'application/json')

/** A source that answered well once, and then as told. */
export function afterOneGood(answer: Answer, every = 30 * SECOND) {
  const { fetch, asked } = network((n) => (n === 1 ? body(86) : answer()))
  const { sources } = start([aSource('a', { every })], fetch)
  const { memory, state } = sources.use('a')
  const values = () => memory.value.batch?.readings.map(({ value }) => value)
  return { asked, memory, values, state: () => state.value.state, freshness: state }
}
