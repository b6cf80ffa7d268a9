import { describe, expect, it } from 'vitest'
import { SourceFault } from '../contract'
import { answering, BOUNDS, contextWith, NOW, ORIGIN } from '../fixtures'
import { settle } from '../settle'
import prometheus from './prometheus'

const SINCE = '2023-04-30T11:00:00.5Z'
const firing = (more: object = {}) => ({
  labels: { alertname: 'NodeDown', severity: 'critical', instance: 'db-1:9100' },
  annotations: { summary: 'Máy chủ db-1 không trả lời', description: 'Quá 5 phút.' },
  state: 'firing',
  activeAt: SINCE,
  value: '1e+00',
  ...more,
})
const alerts = (...list: unknown[]) => ({ status: 'success', data: { alerts: list } })

const read = (json: unknown, more: object = {}) =>
  prometheus.prepare({ via: 'prometheus', ...more })(contextWith(answering(json)))
const one = async (json: unknown, more: object = {}) => (await read(json, more)).alerts[0]

async function faultOf(reading: Promise<unknown>) {
  const result = await reading.catch((error: unknown) => error)
  if (result instanceof SourceFault) return result
  throw new Error('no fault')
}

describe('alerts of Prometheus', () => {
  it('that fire are alerts, with the words of their annotations', async () => {
    expect((await read(alerts(firing()))).alerts).toEqual([
      {
        id: expect.stringMatching(/^NodeDown~\w+$/),
        status: 'actual',
        severity: 'severe',
        title: 'Máy chủ db-1 không trả lời',
        text: 'Quá 5 phút.',
        sentAt: Date.parse(SINCE),
        startsAt: Date.parse(SINCE),
      },
    ])
  })

  it('that are pending, resolved, or always fire are counted and not shown', async () => {
    const watchdog = firing({ labels: { alertname: 'Watchdog', severity: 'none' } })
    const list = [firing(), firing({ state: 'pending' }), firing({ state: 'inactive' }), watchdog]
    const batch = settle(await read(alerts(...list)), { bounds: BOUNDS, now: NOW })
    expect(batch).toMatchObject({ total: 4, dropped: [] })
    expect(batch.alerts).toHaveLength(1)
    expect((await read(alerts(watchdog), { ignore: [] })).alerts).toHaveLength(1)
  })

  it('keep their id while their labels are the same, in whatever order, and differ where those do', async () => {
    const [a] = (await read(alerts(firing()))).alerts
    const labels = { instance: 'db-1:9100', severity: 'critical', alertname: 'NodeDown' }
    expect((await one(alerts(firing({ labels, value: '7' }))))?.id).toBe(a?.id)
    expect((await one(alerts(firing({ labels: { ...labels, instance: 'db-2' } }))))?.id).not.toBe(a?.id)
  })

  it.each([
    ['critical', {}, 'severe'],
    ['Warning', {}, 'moderate'],
    ['info', {}, 'minor'],
    ['P1', {}, 'unknown'],
    ['p1', { p1: 'extreme' }, 'extreme'],
    ['constructor', {}, 'unknown'],
    [undefined, {}, 'unknown'],
  ])('of severity %s (%j) are %s', async (word, severity, expected) => {
    const labels = { alertname: 'X', ...(word === undefined ? {} : { severity: word }) }
    expect((await one(alerts(firing({ labels })), { severity }))?.severity).toBe(expected)
  })

  it('have their name and value where there are no words, and say where when asked to', async () => {
    const alert = await one(alerts(firing({ annotations: {} })), { place: 'instance' })
    expect(alert).toMatchObject({ title: 'NodeDown', text: '= 1', area: 'db-1:9100' })
  })

  it.each([
    ['no time', { activeAt: undefined }],
    ['the time of year 1', { activeAt: '0001-01-01T00:00:00Z' }],
    ['no name', { labels: {}, annotations: {} }],
    ['labels that are no text', { labels: { alertname: 5 } }],
  ])('with %s are dropped and counted', async (_, more) => {
    const batch = await read(alerts(firing(), firing(more)))
    expect(batch.alerts).toHaveLength(1)
    expect(batch.dropped).toHaveLength(1)
  })

  it('may be none', async () => {
    expect(await read(alerts())).toMatchObject({ alerts: [], total: 0, dropped: [] })
  })
})

describe('alerts of Alertmanager', () => {
  const active = (more: object = {}) => ({
    labels: { alertname: 'DiskFull', severity: 'warning' },
    annotations: { description: 'Còn 3 %' },
    startsAt: '2023-04-30T17:30:00.000+07:00',
    endsAt: '2023-04-30T18:30:00.000+07:00',
    fingerprint: 'f1',
    status: { state: 'active', silencedBy: [], inhibitedBy: [] },
    generatorURL: 'http://prometheus.example:9090/graph?g0.expr=up',
    ...more,
  })

  it('that are active are alerts with an end and an address', async () => {
    expect((await read([active()])).alerts).toEqual([
      {
        id: 'f1',
        status: 'actual',
        severity: 'moderate',
        title: 'DiskFull',
        text: 'Còn 3 %',
        sentAt: Date.UTC(2023, 3, 30, 10, 30),
        startsAt: Date.UTC(2023, 3, 30, 10, 30),
        expiresAt: Date.UTC(2023, 3, 30, 11, 30),
        url: 'http://prometheus.example:9090/graph?g0.expr=up',
      },
    ])
  })

  it('that somebody has silenced stay silent', async () => {
    const batch = await read([active(), active({ fingerprint: 'f2', status: { state: 'suppressed' } })])
    expect(batch).toMatchObject({ total: 2, dropped: [], alerts: [{ id: 'f1' }] })
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', ''])('never lead to %j', async (generatorURL) => {
    expect(await one([active({ generatorURL })])).not.toHaveProperty('url')
  })

  it('have no end when nobody has said one', async () => {
    expect(await one([active({ endsAt: '0001-01-01T00:00:00.000Z' })])).not.toHaveProperty('expiresAt')
  })
})

describe('an instant query', () => {
  const seconds = NOW / 1000
  const series = (value: unknown, metric: object = { job: 'web', phuong: 'Lãm Hà' }) => ({ metric, value })
  const answer = (...result: unknown[]) => ({ status: 'success', data: { resultType: 'vector', result } })
  const take = { series: [{ figure: 'uptime', where: { job: 'web' }, scale: 100 }] }

  it('gives a reading for every series with the labels asked for', async () => {
    const json = answer(series([seconds, '0.995']), series([seconds, '1'], { job: 'db' }))
    expect((await read(json, take)).readings).toMatchObject([
      { figure: 'uptime', area: 'kien-an', value: 99.5, observedAt: NOW, quality: 'live', dims: {} },
    ])
  })

  it('takes area and breakdown from labels', async () => {
    const area = { label: 'phuong', areas: { 'Lãm Hà': 'lam-ha' } }
    const batch = await read(answer(series([seconds, '1'])), {
      series: [{ figure: 'uptime', area, dims: { system: 'job' } }],
    })
    expect(batch.readings).toMatchObject([{ area: 'lam-ha', dims: { system: 'web' } }])
  })

  it.each(['NaN', '+Inf', '-Inf', '', 'abc', '0x10'])('drops and counts the value %j', async (value) => {
    const batch = await read(answer(series([seconds, '1']), series([seconds, value])), take)
    expect(batch.readings).toHaveLength(1)
    expect(batch).toMatchObject({ total: 2, dropped: [{ reason: 'not a number' }] })
  })

  it('drops a histogram and a value that is no pair', async () => {
    const batch = await read(answer(series(undefined), series([seconds]), series([seconds, 1])), take)
    expect(batch).toMatchObject({ readings: [], total: 3 })
    expect(batch.dropped).toHaveLength(3)
  })

  it('may be a single number, or a range of which the newest counts', async () => {
    const scalar = { status: 'success', data: { resultType: 'scalar', result: [seconds, '5'] } }
    const metric = { job: 'web' }
    const values = [
      [seconds - 60, '1'],
      [seconds, '2'],
    ]
    const matrix = { status: 'success', data: { resultType: 'matrix', result: [{ metric, values }] } }
    const of = async (json: unknown) =>
      (await read(json, { series: [{ figure: 'uptime' }] })).readings.map(({ value }) => value)
    expect(await of(scalar)).toEqual([5])
    expect(await of(matrix)).toEqual([2])
  })

  it('with nothing in it is not zero', async () => {
    expect(await read(answer(), take)).toMatchObject({ readings: [], total: 0 })
  })

  it('with warnings is partial, and the warning is told', async () => {
    const json = { ...answer(series([seconds, '1'])), warnings: ['store 2 did not answer'] }
    expect((await read(json, take)).readings).toMatchObject([
      { quality: 'partial', note: { vi: 'store 2 did not answer' } },
    ])
  })

  it('that fails says why', async () => {
    const json = { status: 'error', errorType: 'bad_data', error: 'parse error at char 4' }
    expect(await faultOf(read(json, take))).toMatchObject({
      kind: 'shape',
      message: 'bad_data: parse error at char 4',
    })
  })

  it('of text has no values', async () => {
    const text = { status: 'success', data: { resultType: 'string', result: [seconds, 'x'] } }
    expect((await faultOf(read(text, take))).kind).toBe('shape')
  })
})

describe('the address of Prometheus', () => {
  it('has its query beside it', async () => {
    const asked: string[] = []
    const http = answering({ status: 'success', data: { resultType: 'vector', result: [] } })
    await prometheus.prepare({ via: 'prometheus/api/v1/query', query: { query: 'up{job="web"}' } })(
      contextWith({ ...http, json: (request) => (asked.push(request.url), http.json(request)) }),
    )
    expect(asked).toEqual([`${ORIGIN}/prometheus/api/v1/query?query=up%7Bjob%3D%22web%22%7D`])
  })
})
