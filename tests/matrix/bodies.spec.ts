import { PERIOD, rss } from './city'
import { renderersOf, residentOf } from './processes'
import { jsonAnswer } from './server'
import { expect, instead, spoil, test, type Stage } from './stage'

async function keepsValue(stage: Stage) {
  await expect(stage.value('level')).toHaveAttribute('data-value', /\d/)
}

test('row 22: an answer cut off in its length or its chunks is no answer, and the last good one stays', async ({
  stage,
}) => {
  await stage.open()
  stage.city.order('river', spoil('truncate-length'))
  stage.city.order('press', spoil('truncate-chunk'))
  await stage.become({ river: 'late|stale|down', press: 'late|stale|down' })
  await keepsValue(stage)
  await expect(stage.panel('press')).toContainText('Tin thử 1')
})

test('row 23: JSON and XML that are cut off and look whole are INVALID', async ({ stage }) => {
  await stage.open()
  stage.city.order('river', spoil('truncate-close'))
  stage.city.order('press', spoil('truncate-close'))
  await stage.become({ river: 'invalid', press: 'invalid' })
  await keepsValue(stage)
  await expect(stage.panel('press')).toContainText('Tin thử 1')
})

test('row 25: a byte order mark is no fault, and a feed in UTF-16 or Latin-1 is read as it is written', async ({
  stage,
}) => {
  const { state } = stage.city
  const feed = (declared: string, encoding: 'utf16le' | 'latin1') => {
    const text = rss(Date.now(), 'Cité à').replace('utf-8', declared).replace('Báo thử', 'Journal')
    return Buffer.from((encoding === 'utf16le' ? '\ufeff' : '') + text, encoding)
  }
  await stage.open()
  const body = { current: feed('utf-16', 'utf16le') }
  stage.city.order('press', (res) =>
    res.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body.current),
  )
  stage.city.order('systems', (res, _, nth, req) =>
    spoil('bom')(
      res,
      jsonAnswer([{ id: 's1', title: 'Quán Trữ', status: 'ok' }], Date.now() + state.aheadMs),
      nth,
      req,
    ),
  )
  await expect(stage.panel('press')).toContainText('Cité à 1')
  await expect(stage.panel('systems')).toContainText('Quán Trữ')
  await stage.othersLive()
  body.current = feed('iso-8859-1', 'latin1')
  await stage.page.waitForTimeout(2 * PERIOD)
  await expect(stage.panel('press')).toContainText('Cité à 1')
  await stage.othersLive()
})

test('row 25: JSON in UTF-16 or Latin-1 is INVALID, never letters that are not those of the source', async ({
  stage,
}) => {
  await stage.open()
  stage.city.order('systems', spoil('utf16'))
  stage.city.order('river', spoil('latin1'))
  await stage.become({ systems: 'invalid', river: 'invalid' })
  await expect(stage.panel('systems')).toContainText('Hệ thống 1')
  await keepsValue(stage)
})

test('row 26: 204 and [] are EMPTY, {} and null are INVALID', async ({ stage }) => {
  await stage.open()
  stage.city.order('cases', spoil('empty-204'))
  stage.city.order('systems', spoil('empty-list'))
  stage.city.order('river', spoil('object'))
  stage.city.order('speed', spoil('null'))
  await stage.become({ cases: 'empty', systems: 'empty', river: 'invalid', speed: 'invalid' })
  await keepsValue(stage)
})

test('row 27: a body of 200 MB is broken off before 8 MB have left the server, and costs no memory', async ({
  stage,
}) => {
  const { sources } = stage.city.state.city
  sources.river = { ...sources.river, timeout: 'PT3S' }
  await stage.open()
  const renderers = await renderersOf(stage.page)
  const resident = () => renderers.reduce((sum, pid) => sum + residentOf(pid), 0)
  const before = resident()
  let sent = 0
  stage.city.order('river', (res, answer, nth, req) => {
    const { socket } = res
    const start = socket?.bytesWritten ?? 0
    res.on('close', () => (sent = Math.max(sent, (socket?.bytesWritten ?? 0) - start)))
    spoil('flood')(res, answer, nth, req)
  })
  stage.city.order('speed', spoil('huge'))
  await stage.become({ river: 'invalid', speed: 'invalid' })
  await keepsValue(stage)
  expect(sent).toBeGreaterThan(0)
  // What the server has handed to the kernel; the last of it never reached the page.
  expect(sent).toBeLessThan(8_000_000)
  expect((await stage.source('river')).fault).toMatch(/limit/)
  expect(resident() - before).toBeLessThan(50_000_000)
})

test('row 29: a body nested 200.000 deep is INVALID and nothing else happens', async ({ stage }) => {
  await stage.open()
  stage.city.order('river', spoil('deep'))
  await stage.become({ river: 'invalid' })
  await keepsValue(stage)
})

test('row 39: an answer older than the one we hold changes nothing', async ({ stage }) => {
  await stage.open()
  const newest = Date.now() + 30_000
  stage.city.order(
    'river',
    instead((nth) => ({ at: nth === 1 ? newest : newest - 10_000, value: nth === 1 ? 9 : 1 })),
  )
  await expect(stage.value('level')).toHaveAttribute('data-value', '9')
  const attempts = (await stage.source('river')).attempts
  await expect.poll(async () => (await stage.source('river')).attempts).toBeGreaterThan(attempts + 1)
  await expect(stage.value('level')).toHaveAttribute('data-value', '9')
  stage.city.state.aheadMs += 60_000
  await stage.setClock(60_000)
})
