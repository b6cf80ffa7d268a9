import { describe, expect, it } from 'vitest'
import { BOUNDS, NOW } from '../fixtures'
import { info, message, at, ref, list, read, ids, type Parts } from '../../../tests/capMessages'
import { settle } from '../settle'

describe('a chain of messages', () => {
  const update = (parts: Parts) => message({ type: 'Update', ...parts })

  it('an Update takes the place of what it refers to and keeps the first one’s id', async () => {
    const messages = [
      message(),
      update({ id: 'B', sent: at(10), refs: ref('A') }),
      update({ id: 'C', sent: at(20), refs: ref('B', at(10)), info: info('', 'Mưa rất lớn', 'Extreme') }),
    ]
    for (const order of [messages, messages.toReversed()]) {
      const { alerts } = await read(list(...order))
      expect(alerts).toMatchObject([{ id: 'kttv@vn,A,2023-04-30T10:00:00.000Z', title: 'Mưa rất lớn' }])
    }
  })

  it('keeps that id when the server has forgotten the earlier ones', async () => {
    const refs = `${ref('B', at(10))}\n  ${ref('A')}`
    expect(ids(await read(update({ id: 'C', sent: at(20), refs })))).toEqual(['A'])
  })

  it('finds what a reference means however its time is written, and with blanks in the sender', async () => {
    const spaced = (text: string) => text.replace('<sender>kttv@vn', '<sender>Đài KTTV')
    const refs = 'Đài KTTV,A,2023-04-30T10:00:00Z'
    const batch = await read(list(spaced(message()), spaced(update({ id: 'B', sent: at(9), refs }))))
    expect(ids(batch)).toEqual(['A'])
    expect(batch.alerts).toHaveLength(1)
  })

  it('understands references that are bare identifiers', async () => {
    const batch = await read(list(message(), update({ id: 'B', sent: at(9), refs: 'A' })))
    expect(batch.alerts).toHaveLength(1)
  })

  it('a Cancel removes what it refers to and all that followed from it', async () => {
    const first = [message(), update({ id: 'B', sent: at(10), refs: ref('A') }), message({ id: 'Z' })]
    const cancel = (refs: string) => message({ id: 'X', type: 'Cancel', sent: at(30), refs, info: '' })
    expect(ids(await read(list(...first, cancel(ref('B', at(10))))))).toEqual(['Z'])
    expect(ids(await read(list(...first, cancel(ref('A')))))).toEqual(['Z'])
    expect(ids(await read(cancel(ref('A'))))).toEqual([])
  })

  it('a warning given out again after a Cancel holds', async () => {
    const cancel = message({ id: 'X', type: 'Cancel', sent: at(5), refs: ref('A'), info: '' })
    const again = update({ id: 'B', sent: at(10), refs: ref('A') })
    expect((await read(list(message(), cancel, again))).alerts).toHaveLength(1)
  })

  it.each([
    ['the Cancel of an exercise', { type: 'Cancel', status: 'Exercise' }],
    ['the Update of a test', { type: 'Update', status: 'Test' }],
    ['a Draft', { type: 'Cancel', status: 'Draft' }],
    ['an Update for a few', { type: 'Update', scope: 'Private' }],
    ['a receipt', { type: 'Ack' }],
  ])('%s does not end a real alert', async (_, parts) => {
    const batch = await read(list(message(), message({ id: 'B', sent: at(9), refs: ref('A'), ...parts })))
    expect(
      batch.alerts.filter(({ status }) => status === 'actual').map(({ id }) => id.split(',')[1]),
    ).toEqual(['A'])
  })

  it('split into two alerts stays two, with ids of their own', async () => {
    const batch = await read(
      list(
        message(),
        update({ id: 'B', sent: at(9), refs: ref('A') }),
        update({ id: 'C', sent: at(10), refs: ref('A') }),
      ),
    )
    expect(ids(batch)).toEqual(['A', 'C'])
  })

  it('that bites its own tail ends', async () => {
    const batch = await read(
      list(
        update({ id: 'A', refs: ref('B', at(1)) }),
        update({ id: 'B', sent: at(1), refs: `${ref('A')} ${ref('B', at(1))}` }),
      ),
    )
    expect(batch.alerts).toEqual([])
  })

  it('brings a message once that stands in the list twice', async () => {
    const batch = settle(await read(list(message(), message())), { bounds: BOUNDS, now: NOW })
    expect(batch).toMatchObject({ total: 1, dropped: [] })
  })
})
