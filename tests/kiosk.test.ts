import { describe, expect, it } from 'vitest'
import { serviceCard, waitingCard } from '../tools/supervisor/card.mjs'
import { settingsFrom } from '../tools/supervisor/config.mjs'
import { chromiumFlags } from '../tools/supervisor/flags.mjs'

const HOUR = 3_600_000

describe('what the kiosk is told', () => {
  it('joins lists of features, of which Chromium takes the last only', () => {
    const flags = chromiumFlags({
      ...{ profile: '/p', headless: false, position: '1920,0', size: undefined },
      flags: ['--disable-features=Mine', '--other'],
    })
    expect(flags.filter((flag) => flag.startsWith('--disable-features='))).toHaveLength(1)
    expect(flags.find((flag) => flag.startsWith('--disable-features='))).toMatch(/Translate.*,Mine$/)
    expect(flags).toEqual(expect.arrayContaining(['--kiosk', '--window-position=1920,0', '--other']))
  })

  it.each([
    [['--url', 'javascript:alert(1)'], 'http'],
    [['--url', 'http://a/', '--nightly', '3h'], '03:30'],
    [['--url', 'http://a/', '--screen', 'left'], 'left'],
    [['--url', 'http://a/', '--memory-mb', 'much'], 'much'],
  ])('refuses %j with a sentence', (args, word) => {
    expect(() => settingsFrom(args, {})).toThrow(word)
  })

  it('writes a card in both languages that shows the host only', () => {
    const act = { at: 0, step: 'reload', for: 'hung' } as const
    const incident = { trouble: 'hung', since: 0, seen: 0, open: true, acts: [act, act] } as const
    const about = { screen: '<b>', address: 'http://wall.example/#/wall?key=secret' }
    const cards = [serviceCard({ ...about, incident, next: HOUR }), waitingCard({ ...about, since: 0 })]
    const [service = '', waiting = ''] = cards.map(decodeURIComponent)
    expect(service).toContain('Trang bị treo')
    expect(service).toContain('reloaded × 2')
    expect(waiting).toContain('Waiting for the server')
    expect(service + waiting).not.toMatch(/secret|<b>/)
  })
})
