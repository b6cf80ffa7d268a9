import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aFeature, aLayer } from './fixtures'
import point from './layers/point'
import { createLiveMap, type LiveMapEvents } from './live'
import type { MapView } from './plan'
import { mapTheme } from './theme'

type Listener = (event: object) => void

/** A map without graphics that notes what it is told; `fire` plays the events that MapLibre would send. */
const fake = vi.hoisted(() => {
  const nothing = () => undefined
  const handler = { enable: nothing, disable: nothing, disableRotation: nothing }
  class FakeMap {
    static made: FakeMap[] = []
    static works = true
    dragPan = handler
    scrollZoom = handler
    boxZoom = handler
    doubleClickZoom = handler
    keyboard = handler
    touchZoomRotate = handler
    dragRotate = handler
    touchPitch = handler
    sent: [string, unknown][] = []
    told: string[] = []
    removed = false
    listeners = new Map<string, Listener>()

    constructor() {
      if (!FakeMap.works) throw new Error('no WebGL2')
      FakeMap.made.push(this)
    }

    on(event: string, listener: Listener) {
      this.listeners.set(event, listener)
    }

    fire(event: string, detail: object = {}) {
      this.listeners.get(event)?.(detail)
    }

    getSource(id: string) {
      return {
        setData: (data: unknown) => {
          this.sent.push([id, data])
          return Promise.resolve()
        },
      }
    }

    setMissingStyleImageResolver() {}
    setPaintProperty = () => this.told.push('paint')
    setLayoutProperty = () => this.told.push('layout')
    flyTo = (to: object) => this.told.push(`fly ${JSON.stringify(to)}`)
    jumpTo = () => this.told.push('jump')
    remove() {
      this.removed = true
    }
  }
  return FakeMap
})
vi.mock('./maplibre', () => ({ Map: fake }))

const view = (more: Partial<MapView> = {}): MapView => ({
  layers: [aLayer(point, [aFeature()])],
  theme: mapTheme('dark', 18),
  ...more,
})
const camera = { center: [106.63, 20.81], zoom: 12.5 } as const

function start() {
  const on = { ready: vi.fn(), failed: vi.fn(), select: vi.fn() } satisfies LiveMapEvents
  const live = createLiveMap(document.createElement('div'), { view: view(), camera }, on)
  const current = () => {
    const map = fake.made.at(-1)
    if (!map) throw new Error('no map was made')
    return map
  }
  return { live, on, current }
}

const sentTo = (map: InstanceType<typeof fake>, id: string) => map.sent.filter(([source]) => source === id)

beforeEach(() => {
  vi.useFakeTimers()
  fake.made = []
  fake.works = true
})
afterEach(() => void vi.useRealTimers())

describe('the live map', () => {
  it('says so at once where there is no WebGL2', () => {
    fake.works = false
    expect(start().on.failed).toHaveBeenCalledExactlyOnceWith('webgl')
  })

  it('gives up on a first picture that does not come, and not on one that did', () => {
    const { on } = start()
    vi.advanceTimersByTime(45_000)
    expect(on.failed).toHaveBeenCalledExactlyOnceWith('load')
    const second = start()
    second.current().fire('load')
    vi.advanceTimersByTime(60_000)
    expect(second.on.failed).not.toHaveBeenCalled()
    expect(second.on.ready).toHaveBeenCalledOnce()
  })

  it('writes nothing before the style is there or while the graphics are lost, and then replays the latest', () => {
    const { live, current } = start()
    const map = current()
    live.show(view())
    expect(map.sent).toEqual([])
    map.fire('style.load')
    expect(sentTo(map, 'point')).toHaveLength(1)
    map.fire('webglcontextlost')
    live.show(view({ layers: [aLayer(point, [aFeature({ id: 'b' }), aFeature({ id: 'c' })])] }))
    expect(sentTo(map, 'point')).toHaveLength(1)
    map.fire('webglcontextrestored')
    map.fire('style.load')
    expect(sentTo(map, 'point')).toHaveLength(2)
    expect(sentTo(map, 'point')[1]?.[1]).toMatchObject({ features: [{ properties: { id: 'b' } }, {}] })
  })

  it('is built anew when lost graphics do not come back within 5 s, and fails when it cannot be', () => {
    const { on, current } = start()
    const lost = current()
    lost.fire('style.load')
    lost.fire('load')
    lost.fire('webglcontextlost')
    vi.advanceTimersByTime(5_000)
    expect(lost.removed).toBe(true)
    expect(fake.made).toHaveLength(2)
    fake.works = false
    current().fire('webglcontextlost')
    vi.advanceTimersByTime(5_000)
    expect(on.failed).toHaveBeenCalledExactlyOnceWith('webgl')
  })

  it('gives way to a plain drawing when its graphics are lost for good twice within ten minutes', () => {
    const { on, current } = start()
    current().fire('load')
    const lose = () => {
      current().fire('webglcontextlost')
      vi.advanceTimersByTime(5_000)
      current().fire('load')
    }
    lose()
    vi.advanceTimersByTime(11 * 60_000)
    lose()
    expect(fake.made).toHaveLength(3)
    expect(on.failed).not.toHaveBeenCalled()
    lose()
    expect(fake.made).toHaveLength(3)
    expect(on.failed).toHaveBeenCalledExactlyOnceWith('webgl')
  })

  it('sends neither style nor data again for a view that shows the same', () => {
    const { live, current } = start()
    const map = current()
    const same = view()
    live.show(same)
    map.fire('style.load')
    const [sent, told] = [map.sent.length, map.told.length]
    live.show({ ...same, layers: [...same.layers] })
    expect([map.sent.length, map.told.length]).toEqual([sent, told])
  })

  it('changes colours in place when the theme changes', () => {
    const { live, current } = start()
    current().fire('style.load')
    live.show({ ...view(), theme: mapTheme('light', 18) })
    expect(new Set(current().told)).toEqual(new Set(['paint', 'layout']))
  })

  it('flies without insisting on motion, and after a person has moved it a resize leaves it where it is', () => {
    const { live, current } = start()
    live.fly({ center: [106.64, 20.82], zoom: 13 })
    expect(current().told[0]).toContain('"essential":false')
    current().fire('resize')
    expect(current().told).toContain('jump')
    current().told = []
    current().fire('movestart', { originalEvent: {} })
    current().fire('resize')
    expect(current().told).toEqual([])
  })

  it('leaves nothing behind when it is removed', () => {
    const { live, on, current } = start()
    live.remove()
    expect(current().removed).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
    expect(on.failed).not.toHaveBeenCalled()
  })
})
