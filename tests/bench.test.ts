import { describe, expect, it } from 'vitest'
import { failed, table, type Row } from '../tools/bench/report'
import { median, slope } from '../tools/bench/slope'

const row = (more: Partial<Row> = {}): Row => ({ part: 'memory', name: 'nodes', value: 1, unit: '', ...more })

describe('the statistics of the bench', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('takes %j to have the median %d', (values, middle) => expect(median(values)).toBe(middle))

  it('has no median of nothing', () => expect(median([])).toBeNaN())

  it('sees a steady leak through one odd sample', () => {
    const ys = [0, 10, 20, 900, 40, 50]
    expect(slope(ys.map((y, x) => ({ x, y })))).toBe(10)
  })

  it('sees no leak where samples only go up and down', () => {
    const ys = [5, 7, 5, 7, 5, 7, 5]
    expect(slope(ys.map((y, x) => ({ x, y })))).toBe(0)
  })
})

describe('the report of the bench', () => {
  it('fails for a count past its goal or never measured, and for no time', () => {
    expect(failed([row({ atMost: 0, firm: true })])).toBe(true)
    expect(failed([row({ value: NaN, atMost: 0, firm: true })])).toBe(true)
    expect(failed([row({ atMost: 0 }), row({ firm: true }), row({ atMost: 1, firm: true })])).toBe(false)
  })

  it('lines its columns up and marks what misses its goal', () => {
    const text = table([row({ atMost: 0 }), row({ name: 'listeners', value: 12.345, unit: 'B', atMost: 20 })])
    expect(text.split('\n')).toEqual([
      'memory  nodes          1     ≤ 0   ✗',
      'memory  listeners  12.35  B  ≤ 20  ✓',
    ])
  })
})
