import { describe, expect, it } from 'vitest'
import { resolver } from './address'

const url = 'https://wall.vn/app/cities/kien-an.json'
const resolve = resolver({ url, gateway: '../gw' })

describe('the address of a source', () => {
  it.each([
    [{ url: 'kien-an/figures.json' }, 'https://wall.vn/app/cities/kien-an/figures.json'],
    [{ url: 'https://data.vn/a?x=1' }, 'https://data.vn/a?x=1'],
    [{ via: 'motcua/thongke' }, 'https://wall.vn/app/gw/motcua/thongke'],
    [{ via: '/motcua' }, 'https://wall.vn/app/gw/motcua'],
  ])('%j is %s', (location, address) => expect(resolve(location)).toBe(address))

  it.each([
    { via: '../../admin' },
    { via: 'a/../../../admin' },
    { via: 'https://evil.test/' },
    { url: 'javascript:alert(1)' },
    { url: 'rtsp://cam.vn/1' },
    { url: 'https://user:pass@data.vn/' },
  ])('%j is refused', (location) => {
    expect(() => resolve(location)).toThrow(expect.objectContaining({ kind: 'refused' }))
  })

  it('on a gateway is refused when the city has none', () => {
    expect(() => resolver({ url })({ via: 'a' })).toThrow('names no gateway')
  })
})
