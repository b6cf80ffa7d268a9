import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOW } from '../src/sources/fixtures'
import { network, pass, SECOND } from './sourcesApp'
import { AREAS, json, rows, start, stopAll } from './truthFrames'

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  stopAll()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a panel says', () => {
  it('nothing but its age when source, receipt and paint are fresh', async () => {
    const { state, cause } = start(network(() => json(rows(120))).fetch)
    await pass(100 * SECOND)
    expect([state(), cause()]).toEqual(['live', false])
  })

  it('row 36: which parts are missing, and keeps its total, marked', async () => {
    const { state, cause, value } = start(network(() => json(rows(120, ['town', 'van-dau']))).fetch)
    await pass(2 * SECOND)
    expect([state(), cause(), value()]).toEqual(['partial', '1/3 · thiếu: Lãm Hà, Phù Liễn', '120'])
  })

  it('row 36: which parts are old although the others are new, with the age of the oldest', async () => {
    const hours = (n: number) => n * 3_600_000
    const old = () => [
      ...rows(120, ['lam-ha'], NOW - hours(6)),
      ...rows(7, ['van-dau'], NOW - hours(2)),
      ...rows(3, ['town', 'phu-lien']),
    ]
    const { state, cause, frame } = start(network(() => json(old())).fetch)
    await pass(2 * SECOND)
    expect([state(), cause()]).toEqual(['partial', '2/4 cũ: Lãm Hà, Văn Đẩu'])
    expect(Number(frame('level').attributes('data-age-s'))).toBeGreaterThanOrEqual(6 * 3600)
  })

  it('how many records it left out of how many', async () => {
    const many = Array.from({ length: 6 }, (_, i) => ({
      x: i < 1 ? 'n/a' : i,
      area: AREAS[i % 4],
      t: NOW - i,
    }))
    const { state, cause } = start(network(() => json([...many, ...rows(120)])).fetch)
    await pass(2 * SECOND)
    expect([state(), cause()]).toEqual(['partial', 'Loại 1/10 bản ghi'])
  })

  it('row 28: how many it shows of too many', async () => {
    const many = Array.from({ length: 20_100 }, (_, i) => ({ x: 1, area: `a${i}`, t: NOW }))
    const { state, cause } = start(network(() => json([...rows(120), ...many])).fetch)
    await pass(2 * SECOND)
    expect([state(), cause()]).toEqual(['partial', '20.000 / 20.104'])
  }, 20_000)

  it('since when nobody answers and how often it asked, and claims no reason', async () => {
    const { fetch } = network((n) =>
      n === 1 ? json(rows(120)) : Promise.reject(new TypeError('Failed to fetch')),
    )
    const { state, cause, value } = start(fetch)
    await pass(5 * 60 * SECOND)
    expect([state(), value()]).toEqual(['down', '120'])
    expect(cause()).toMatch(/^Im từ 18:25 \(\d+×\)$/)
  })

  it('row 18: until when the source asked it to wait', async () => {
    const { fetch } = network((n) =>
      n === 1 ? json(rows(120)) : new Response('', { status: 429, headers: { 'Retry-After': '120' } }),
    )
    const { state, cause } = start(fetch)
    await pass(70 * SECOND)
    expect([state(), cause()]).toEqual(['late', 'Bảo đợi đến 18:27'])
  })

  it.each([
    [401, 'auth', 'Đòi đăng nhập'],
    [403, 'auth', 'Không cho quyền đọc'],
    [404, 'stale', 'Nguồn đã bị gỡ bỏ'],
    [503, 'down', 'Lỗi 503 từ 18:25'],
  ])('what a %i means', async (status, told, words) => {
    const { fetch } = network((n) => (n === 1 ? json(rows(120)) : new Response('', { status })))
    const { state, cause, value } = start(fetch)
    await pass(4 * 60 * SECOND)
    expect([state(), cause(), value()]).toEqual([told, words, '120'])
  })

  it('row 30: how many records no longer fit, and keeps the last good ones', async () => {
    const renamed = () => rows(120).map(({ x, ...rest }, i) => (i < 2 ? { ...rest, y: x } : { ...rest, x }))
    const { fetch } = network((n) => json(n === 1 ? rows(120) : renamed()))
    const { state, cause, value } = start(fetch)
    await pass(40 * SECOND)
    expect([state(), cause(), value()]).toEqual(['invalid', 'Sai 2/4 bản ghi', '120'])
  })

  it('row 37: that the source’s clock is ahead, and is never younger than nothing', async () => {
    const ahead = () => json(rows(120, AREAS, Date.now() + 600_000))
    const { state, cause, frame } = start(network(ahead).fetch)
    await pass(2 * SECOND)
    expect([state(), cause()]).toEqual(['live', 'Giờ nguồn +10 phút'])
    expect(Number(frame('level').attributes('data-age-s'))).toBeGreaterThanOrEqual(0)
  })

  it('that a value is not believed, beside the last one that was', async () => {
    const { fetch } = network((n) => json(rows(n === 1 ? 120 : 1200)))
    const { state, cause, value, frame } = start(fetch)
    await pass(40 * SECOND)
    expect([state(), cause(), value()]).toEqual(['partial', 'Chưa tin: Mực nước', '120'])
    expect(frame('level').text()).toContain('?')
  })
})

describe('row 65: a panel that throws', () => {
  const answers = (values: number[]) => network((n) => json(rows(values[n - 1] ?? values.at(-1)))).fetch

  it('says so and is invalid, and the others stay live', async () => {
    const warned = vi.spyOn(console, 'warn').mockReturnValue()
    const { state, frame } = start(answers([13]))
    await pass(2 * SECOND)
    expect([state('touchy'), state('level')]).toEqual(['invalid', 'live'])
    expect(frame('touchy').text()).toContain('Ô này gặp lỗi khi vẽ')
    expect(frame('touchy').get('.foot').text()).toMatch(/^Lỗi khi vẽ/)
    expect(warned).toHaveBeenCalled()
  })

  it('at a later answer gives way to the card, and new data give it another chance', async () => {
    vi.spyOn(console, 'warn').mockReturnValue()
    const { state, frame } = start(answers([12, 13, 14]))
    await pass(2 * SECOND)
    expect([state('touchy'), frame('touchy').text()]).toEqual(['live', expect.stringContaining('12')])
    await pass(30 * SECOND)
    expect(state('touchy')).toBe('invalid')
    await pass(30 * SECOND)
    expect([state('touchy'), frame('touchy').text()]).toEqual(['live', expect.stringContaining('14')])
  })
})

it('a read that brings nothing new draws nothing', async () => {
  const { fetch } = network(() => json(rows(120, AREAS, NOW - SECOND)))
  const { frame } = start(fetch)
  await pass(3 * SECOND)
  let drawn = 0
  const observer = new MutationObserver((records) => (drawn += records.length))
  observer.observe(frame('level').get('.body').element, {
    subtree: true,
    childList: true,
    characterData: true,
  })
  await pass(100 * SECOND)
  expect(drawn).toBe(0)
})
