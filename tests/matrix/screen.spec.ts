import { clippedTexts } from '../e2e/screen'
import { PERIOD, placesAt, rss } from './city'
import { expect, instead, test, type Stage } from './stage'

const HOUR = 3_600_000
const text = (words: string) => ({ vi: words, en: words })

/** Adds a source with so many figures, each with a limit at 10. */
function addFigures({ state: { city } }: Stage['city'], count: number) {
  city.organisations = { duty: { name: text('Trực ban') } }
  const ids = Array.from({ length: count }, (_, index) => `f${index}`)
  city.sources.many = {
    connector: 'rest',
    name: text('Nguồn many'),
    every: 'PT3S',
    timeout: 'PT2S',
    via: 'many',
    observedAt: { path: '$.at', pattern: 'epoch-ms' },
    records: [{ each: '$.rows[*]', reading: { figure: { path: '$.id' }, value: { path: '$.n' } } }],
  }
  for (const id of ids)
    city.figures[id] = {
      name: text(`Chỉ số ${id}`),
      pillar: 'ioc',
      unit: 'count',
      better: 'low',
      sources: ['many'],
      owner: 'duty',
      limits: { alarm: 10, cause: text('Nguyên nhân thử'), action: text('Gọi trực ban') },
    }
  return (n: number, raised = count) =>
    instead(() => ({ at: Date.now(), rows: ids.map((id, index) => ({ id, n: index < raised ? n : 1 })) }))
}

const alarms = (stage: Stage) =>
  stage.page.evaluate(() => (window.__toancanh?.().alarms ?? []).map(({ key }) => key))
/** Sources that are down are another class of alarm. */
const ofLimits = async (stage: Stage) => (await alarms(stage)).filter((key) => key.startsWith('limit '))

test('row 41: of two hundred alarms in a minute the first is on top, the flood is named and none is lost', async ({
  stage,
}) => {
  const many = addFigures(stage.city, 200)
  stage.city.order('many', many(1))
  await stage.open()
  stage.city.order('many', many(50, 1))
  await expect.poll(() => ofLimits(stage)).toHaveLength(1)
  stage.city.order('many', many(50))
  await expect.poll(() => ofLimits(stage), { timeout: 30_000 }).toHaveLength(200)
  await expect(stage.page.locator('[data-flood]')).toContainText('200')
  await expect(stage.page.locator('[data-flood]')).toContainText('Chỉ số f0')
  stage.city.order('many', many(1))
  stage.ends({ recovery: false, why: 'two hundred alarms wait for somebody who has seen them' })
})

const HOSTILE =
  '"><img src=x onerror="window.pwned=1"><script>window.pwned=1</script>${7*7}{{7*7}}‮javascript:alert(1)'
const LONG = `${HOSTILE} ${'ậ'.repeat(3_000)}`

test('row 63: hostile strings in every field stay text', async ({ stage }) => {
  await stage.page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  await stage.open()
  const at = () => Date.now()
  stage.city.order(
    'systems',
    instead(() => [{ id: HOSTILE, title: LONG, status: 'ok' }]),
  )
  stage.city.order(
    'press',
    instead(() => rss(at(), `<![CDATA[${LONG}]]>`)),
  )
  stage.city.order(
    'cases',
    instead(() => ({ at: at(), rows: [{ id: HOSTILE, title: LONG, state: 'doing', due: at() + HOUR }] })),
  )
  stage.city.order(
    'queue',
    instead(() => ({ at: at(), value: 1, rows: [{ desk: LONG, n: 3 }] })),
  )
  const [first, ...others] = placesAt().features
  stage.city.order(
    'places',
    instead(() => ({
      type: 'FeatureCollection',
      features: [{ ...first, id: HOSTILE, properties: { name: LONG } }, ...others],
    })),
  )
  await expect(stage.panel('systems')).toContainText('onerror')
  await expect(stage.panel('cases')).toContainText('onerror')
  await stage.page.waitForTimeout(2 * PERIOD)
  await stage.othersLive()
  expect(await stage.page.evaluate(() => 'pwned' in window)).toBe(false)
  await expect(stage.page.locator('img[src=x], body script:not([src])')).toHaveCount(0)
  const wide = await stage.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
})

test('row 65: a panel that throws costs itself; the others stay live, and it comes back', async ({
  stage,
}) => {
  await stage.page.addInitScript(() => {
    const format = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, 'format')?.get
    const SPOILT = 13.13
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
      get(this: Intl.NumberFormat) {
        const right = format?.call(this)
        return (value: number) => {
          if (value === SPOILT) throw new Error('planted: this value cannot be drawn')
          return right(value)
        }
      },
    })
  })
  await stage.open()
  stage.city.order(
    'river',
    instead(() => ({ at: Date.now(), value: 13.13 })),
  )
  await expect(stage.panel('river').locator('.note')).toBeVisible()
  await expect(stage.panel('river')).not.toHaveAttribute('data-state', 'live')
  await stage.othersLive('river')
  stage.city.clear()
  await expect(stage.value('level')).toHaveAttribute('data-value', /\d/)
})

test('row 66: the shipped city runs without any server but that of its files, eight hours later too', async ({
  stage,
}) => {
  await stage.page.goto(`${stage.city.origin}/#/wall?city=kien-an`)
  await expect(stage.page.locator('[data-panel][data-state=live]').first()).toBeVisible()
  // The files of the map are all there, as they are on a machine that has its server on board.
  await expect
    .poll(() => stage.page.evaluate(() => window.__toancanh?.().counters.mapRenders ?? 0))
    .toBeGreaterThan(0)
  await stage.page.context().setOffline(true)
  const simulated = stage.page.locator('[data-panel]:not([data-simulated])')
  await expect(simulated).toHaveCount(0)
  await stage.page.evaluate((ms) => window.__clock.sleep(ms), 8 * HOUR)
  await stage.page.waitForTimeout(8_000)
  await expect(stage.page.locator('[data-panel]:not([data-state=live])')).toHaveCount(0, { timeout: 40_000 })
  await stage.page.context().setOffline(false)
  await stage.page.reload()
  await expect(stage.page.locator('[data-panel]:not([data-state=live])')).toHaveCount(0, { timeout: 40_000 })
  await expect(stage.page.locator('[data-simulated]').first()).toBeVisible()
  stage.ends({ recovery: false, why: 'another city', periodMs: 60_000 })
})

test('row 67: a tablet that was turned and lay in a bag for an hour is fresh three seconds after', async ({
  stage,
}) => {
  await stage.page.setViewportSize({ width: 1024, height: 768 })
  await stage.visit('tablet')
  await stage.othersLive()
  await stage.page.setViewportSize({ width: 768, height: 1024 })
  await stage.othersLive()
  await stage.sleep(HOUR)
  await expect(stage.page.locator('[data-panel]:not([data-state=live])')).not.toHaveCount(0)
  await expect(stage.page.locator('[data-panel]:not([data-state=live])')).toHaveCount(0, { timeout: 3_000 })
})

test('row 68: a screen that loses half of itself and changes its density cuts no text', async ({ stage }) => {
  await stage.open()
  await stage.page.setViewportSize({ width: 2560, height: 720 })
  await stage.othersLive()
  expect(await clippedTexts(stage.page)).toEqual([])
  await stage.cdp.send('Emulation.setDeviceMetricsOverride', {
    width: 1280,
    height: 720,
    deviceScaleFactor: 2,
    mobile: false,
  })
  await stage.page.waitForTimeout(1_000)
  await stage.othersLive()
  expect(await clippedTexts(stage.page)).toEqual([])
  await stage.cdp.send('Emulation.clearDeviceMetricsOverride')
})
