import { describe, expect, it } from 'vitest'
import { driftOf } from './drift'
import { aBatch, aReading, BOUNDS, NOW } from './fixtures'
import { advance, begin } from './memory'
import type { Drop } from './records'
import { settle } from './settle'
import { SourceFault } from './contract'

const drop = (path: string, reason: string, sample = ''): Drop => ({ path, reason, sample })

describe('schema drift', () => {
  it('row 30: a renamed field is one row with its count, not one for each record', () => {
    const drops = Array.from({ length: 30 }, (_, i) =>
      drop(`$.data[*] ${i} $.tyLe`, 'missing', i < 20 ? `{"tiLe":${i}}` : ''),
    )
    expect(driftOf(drops, 100)).toEqual([
      {
        path: '$.data[*] $.tyLe',
        reason: 'missing',
        count: 30,
        of: 100,
        samples: ['{"tiLe":0}', '{"tiLe":1}', '{"tiLe":2}'],
      },
    ])
  })

  it('puts the most frequent first and keeps lists, fields and reasons apart', () => {
    const rows = driftOf(
      [
        drop('$[*] 0 $.x', 'missing'),
        drop('$[*] 1 $.x', 'not a number', '"n/a"'),
        drop('$[*] 2 $.x', 'not a number', '"n/a"'),
        drop('$.rows[*] 0 $.x', 'missing'),
        drop('id', 'twice in one answer', 'a'),
      ],
      9,
    )
    expect(rows.map(({ path, reason, count }) => `${path}: ${reason} × ${count}`)).toEqual([
      '$[*] $.x: not a number × 2',
      '$[*] $.x: missing × 1',
      '$.rows[*] $.x: missing × 1',
      'id: twice in one answer × 1',
    ])
    expect(rows[0]?.samples).toEqual(['"n/a"'])
  })

  it('is bounded, however wild the answer', () => {
    const drops = Array.from({ length: 20_000 }, (_, i) => drop(`$[*] 0 $.field${i}`, 'missing'))
    expect(driftOf(drops, 20_000)).toHaveLength(50)
  })

  it('row 30: is known of an answer that was refused as a whole, and gone with the next good one', () => {
    const dropped = Array.from({ length: 3 }, (_, i) => drop(`$[*] ${i} $.x`, 'missing', `${i}`))
    const raw = aBatch({
      readings: Array.from({ length: 7 }, (_, i) => aReading({ figure: `${i}` })),
      dropped,
    })
    const refuse = () => settle(raw, { bounds: BOUNDS, now: NOW })
    expect(refuse).toThrow(SourceFault)
    const at = { wall: NOW, mono: 0 }
    const cost = { bytes: 1, latencyMs: 1, serverDate: undefined }
    const good = advance(begin(at), { ok: true, batch: aBatch({ readings: [aReading()] }), ...cost }, at)
    const bad = advance(good, { ok: false, fault: faultOf(refuse), ...cost }, at)
    expect(bad.failure?.drift).toEqual([
      { path: '$[*] $.x', reason: 'missing', count: 3, of: 10, samples: ['0', '1', '2'] },
    ])
    expect(bad.batch).toBe(good.batch)
    expect(advance(bad, { ok: true, batch: aBatch(), ...cost }, at).failure).toBeUndefined()
  })
})

function faultOf(throwing: () => unknown): SourceFault {
  try {
    throwing()
  } catch (error) {
    if (error instanceof SourceFault) return error
  }
  throw new Error('nothing was refused')
}
