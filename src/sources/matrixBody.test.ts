import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { afterOneGood, json, JSON_INIT, typed, type Answer } from '../../tests/answers'
import { pass, SECOND, stopAll } from '../../tests/sourcesApp'
import { NOW } from './fixtures'

/** The rows of faults §6 about what an answer contains, as far as they can be told without a socket. */

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  stopAll()
  vi.useRealTimers()
})

const cutOff: Answer = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('[{"x": 1'))
        controller.error(new TypeError('network error'))
      },
    }),
    JSON_INIT,
  )
const bytes = (text: string) => [...text].map((char) => char.charCodeAt(0))
const utf16 = new Uint8Array([0xff, 0xfe, ...bytes('[{"x":1}]').flatMap((byte) => [byte, 0])])
const latin1 = new Uint8Array(bytes('[{"x":7,"ten":"Quán Trữ"}]').map((byte) => byte & 0xff))

describe('a body', () => {
  it.each<[string, string, Answer]>([
    ['row 22: cut off with its length known', 'down', cutOff],
    ['row 23: cut off in silence', 'invalid', json('[{"x": 1}, {"x"')],
    ['row 24: of another type', 'invalid', typed('[{"x": 1}]', 'text/plain')],
    ['row 25: in UTF-16', 'invalid', json(utf16)],
    ['row 25: in Latin-1', 'invalid', json(latin1)],
    ['row 26: of nothing (204)', 'empty', () => new Response(null, { status: 204 })],
    ['row 26: of an empty list', 'empty', json('[]')],
    ['row 26: of an empty object', 'invalid', json('{}')],
    ['row 26: of null', 'invalid', json('null')],
    ['row 29: nested ten thousand deep', 'invalid', json('['.repeat(10_000) + ']'.repeat(10_000))],
    ['row 35: with an error inside its 200', 'invalid', json('{"error":{"code":499}}')],
  ])('%s is %s, and never a lie', async (_, told, answer) => {
    const { state, values } = afterOneGood(answer)
    await pass(62 * SECOND)
    expect(state()).toBe(told)
    expect(values()).toEqual(told === 'empty' ? [] : [86])
  })

  it('row 25: with a byte order mark is read', async () => {
    const { state, values } = afterOneGood(() => json(`\uFEFF[{"x": 7, "t": ${Date.now()}}]`)())
    await pass(62 * SECOND)
    expect([state(), values()]).toEqual(['live', [7]])
  })

  it('row 27: of two hundred megabytes is left before six, and the last good value stays', async () => {
    const chunk = new Uint8Array(256 * 1024).fill(32)
    let sent = 0
    const endless: Answer = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            sent += chunk.byteLength
            if (sent > 200e6) controller.close()
            else controller.enqueue(chunk)
          },
        }),
        JSON_INIT,
      )
    const { state, values, memory } = afterOneGood(endless)
    await pass(40 * SECOND)
    expect([state(), values(), memory.value.failure?.kind]).toEqual(['invalid', [86], 'limit'])
    expect(sent).toBeLessThan(6e6)
  })
})
