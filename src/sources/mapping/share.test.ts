import { expect, it } from 'vitest'
import rest from '../connectors/rest'
import { answering, contextWith } from '../fixtures'

it.each([
  [173, 200, { numerator: 173, denominator: 200 }],
  [0, 0, { numerator: 0, denominator: 0 }],
  [5, 0, undefined],
  [1, 5e-324, undefined],
])('%d of %d is read as a share that can be told, or as none', async (n, m, of) => {
  const reading = {
    figure: { const: 'ho-so' },
    value: 1,
    asOf: '2023',
    of: { numerator: { path: '$.n' }, denominator: { path: '$.m' } },
  }
  const read = rest.prepare({ via: 'a', records: [{ each: '$', reading }] })
  const batch = await read(contextWith(answering({ n, m })))
  expect(batch.readings.map((each) => each.of)).toEqual([of])
})
