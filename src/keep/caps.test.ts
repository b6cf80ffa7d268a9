import { describe, expect, it } from 'vitest'
import { surplus, type Label } from './caps'

const label = (at: number, bytes = 10, version = '1'): Label => ({ version, at, bytes })
const CAPS = { bytes: 100, entries: 3, entryBytes: 50 }

describe('what a keep lets go', () => {
  it('is nothing while all fits', () => {
    expect(surplus(new Map([['a', label(1)]]), '1', CAPS)).toEqual([])
  })

  it('is whatever another version wrote', () => {
    const held = new Map([
      ['new', label(1)],
      ['old', label(2, 10, '0')],
    ])
    expect(surplus(held, '1', CAPS)).toEqual(['old'])
  })

  it('is the longest unwritten when there are too many', () => {
    const held = new Map([
      ['second', label(2)],
      ['first', label(1)],
      ['fourth', label(4)],
      ['third', label(3)],
    ])
    expect(surplus(held, '1', CAPS)).toEqual(['first'])
  })

  it('is the longest unwritten when they are too large together', () => {
    const held = new Map([
      ['first', label(1, 40)],
      ['second', label(2, 40)],
      ['third', label(3, 40)],
    ])
    expect(surplus(held, '1', CAPS)).toEqual(['first'])
  })
})
