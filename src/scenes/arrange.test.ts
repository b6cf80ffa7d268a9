import { describe, expect, it } from 'vitest'
import { arrange, columnCount, fullColumnCount } from './arrange'

describe('a screen without a map', () => {
  it('has as many columns as fit, and at least one', () => {
    expect([10, 34, 62, 93].map(fullColumnCount)).toEqual([1, 2, 3, 5])
  })
})

describe('panels beside the map', () => {
  it.each([
    [
      [1, 1, 1, 1],
      2,
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      [2, 1, 1, 1, 1],
      2,
      [
        [0, 1],
        [2, 3, 4],
      ],
    ],
    [[1, 1, 2, 2], 3, [[0, 1], [2], [3]]],
    [[3], 2, [[0]]],
  ])('%o in %d columns keep their order and share the height', (tall, columns, parts) => {
    expect(arrange(tall, columns)).toEqual(parts)
  })

  it.each([
    ['1080p or 4K at 3 m', 62, 35, 2],
    ['three 4K displays wide', 93, 35, 3],
    ['portrait', 35, 62, 1],
  ])('a screen of %s has its number of columns', (_screen, width, height, columns) => {
    expect(columnCount(width, height)).toBe(columns)
  })
})
