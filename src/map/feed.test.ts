import type { FeatureCollection } from 'geojson'
import { describe, expect, it, vi } from 'vitest'
import { createFeed, type Sink } from './feed'

const data = (id = ''): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', id, geometry: { type: 'Point', coordinates: [106.63, 20.81] }, properties: {} },
  ],
})
const wanted = (collection: FeatureCollection) => new Map([['sites', collection]])
const settle = () => vi.waitFor(() => Promise.resolve())

function slowSink() {
  const sent: FeatureCollection[] = []
  const waiting: (() => void)[] = []
  const sink: Sink = {
    setData(collection) {
      sent.push(collection)
      return new Promise<void>((resolve) => waiting.push(resolve))
    },
  }
  return { sink, sent, finish: () => waiting.shift()?.() }
}

describe('the feed of data to the map', () => {
  it('sends one update at a time, and of what came meanwhile only the latest', async () => {
    const { sink, sent, finish } = slowSink()
    const feed = createFeed(() => sink)
    const [first, second, third] = [data('a'), data('b'), data('c')]
    for (const next of [first, second, third]) feed.want(wanted(next))
    expect(sent).toEqual([first])
    finish()
    await settle()
    expect(sent).toHaveLength(2)
    expect(sent[1]).toBe(third)
  })

  it('never sends what the source already holds, made anew or not', async () => {
    const { sink, sent, finish } = slowSink()
    const feed = createFeed(() => sink)
    const same = data()
    feed.want(wanted(same))
    finish()
    await settle()
    feed.want(wanted(same))
    feed.want(wanted(data()))
    expect(sent).toHaveLength(1)
  })

  it('waits while the map cannot take data and replays all once it can', async () => {
    const { sink, sent } = slowSink()
    let ready = false
    const feed = createFeed(() => (ready ? sink : undefined))
    const latest = data()
    feed.want(wanted(data()))
    feed.want(wanted(latest))
    expect(sent).toHaveLength(0)
    ready = true
    feed.want(wanted(latest))
    feed.reset()
    feed.want(wanted(latest))
    expect(sent).toEqual([latest, latest])
  })

  it('tries data that the map refused again only when it is asked again', async () => {
    const setData = vi.fn().mockRejectedValueOnce(new Error('worker')).mockResolvedValue(undefined)
    const feed = createFeed(() => ({ setData }))
    const same = data()
    feed.want(wanted(same))
    await settle()
    expect(setData).toHaveBeenCalledTimes(1)
    feed.want(wanted(same))
    expect(setData).toHaveBeenCalledTimes(2)
  })
})
