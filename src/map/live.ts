import type { GeoJSONSource, MapMouseEvent, StyleSpecification } from 'maplibre-gl'
import { zoomFor } from './camera'
import { drawPicture } from './canvas'
import type { Camera } from './contract'
import { applyStyle } from './apply'
import { createFeed } from './feed'
import { Map } from './maplibre'
import { pickAt } from './pick'
import { mapData, mapStyle, styleDiffers, type MapView, type Selected } from './plan'
import { counters } from '../ui/counters'

/** How long a lost graphics context may take to come back before the map is built anew (faults §2.2). */
const RESTORE_MS = 5_000
/** Built anew twice within this time, the graphics are taken for broken: a plain drawing that stands is better. */
const CALM_MS = 10 * 60_000
/** How long the first picture may take; after that the worker or the graphics are taken for dead. */
const LOAD_MS = 45_000
const FLIGHT_MS = 1_500

/** Why there is no live map: no WebGL2, or no first picture in time. */
export type MapFailure = 'webgl' | 'load'

export interface LiveMapEvents {
  ready(): void
  failed(reason: MapFailure): void
  select(selected: Selected | undefined): void
}

export type LiveMap = ReturnType<typeof createLiveMap>

/** One MapLibre map in `container`, kept equal to the last view given to `show`, whatever the graphics do. */
export function createLiveMap(
  container: HTMLElement,
  start: { view: MapView; camera: Camera },
  on: LiveMapEvents,
) {
  let { view, camera } = start
  let map: Map | undefined
  let style: StyleSpecification = mapStyle(view)
  let styleOf = view
  let takesChanges = false
  let moved = false
  let interactive = true
  let timer: ReturnType<typeof setTimeout> | undefined
  let rebuiltAt = -Infinity

  const feed = createFeed((id) => (takesChanges ? map?.getSource<GeoJSONSource>(id) : undefined))

  const placed = () => ({
    center: { lng: camera.center[0], lat: camera.center[1] },
    zoom: zoomFor(camera.zoom, { width: container.clientWidth, height: container.clientHeight }),
    pitch: camera.pitch ?? 0,
    bearing: camera.bearing ?? 0,
  })

  function after(ms: number, act: () => void) {
    clearTimeout(timer)
    timer = setTimeout(act, ms)
  }

  function build() {
    style = mapStyle(view)
    styleOf = view
    try {
      map = new Map({
        container,
        style,
        ...placed(),
        attributionControl: false,
        fadeDuration: 0,
        renderWorldCopies: false,
        pitchWithRotate: false,
      })
    } catch {
      on.failed('webgl')
      return
    }
    listen(map)
    setInteractive(interactive)
    waitForLoad()
  }

  function waitForLoad() {
    after(LOAD_MS, () => {
      // A hidden page draws nothing: that is not a failure.
      if (document.visibilityState === 'hidden') waitForLoad()
      else on.failed('load')
    })
  }

  function listen(built: Map) {
    built.setMissingStyleImageResolver((id) => {
      const picture = drawPicture(id, view.theme, built.getPixelRatio())
      if (picture) built.addImage(id, picture.image, { pixelRatio: picture.pixelRatio })
    })
    built.on('style.load', () => {
      takesChanges = true
      feed.reset()
      sync()
    })
    built.on('load', () => {
      clearTimeout(timer)
      on.ready()
    })
    built.on('webglcontextlost', () => {
      takesChanges = false
      after(RESTORE_MS, rebuild)
    })
    built.on('webglcontextrestored', () => clearTimeout(timer))
    built.on('render', () => void counters.mapRenders++)
    built.on('movestart', (event) => (moved ||= event.originalEvent !== undefined))
    built.on('resize', () => {
      if (!moved) built.jumpTo(placed())
    })
    built.on('click', (event) => void click(built, event))
  }

  function rebuild() {
    map?.remove()
    map = undefined
    takesChanges = false
    const again = performance.now() - rebuiltAt < CALM_MS
    rebuiltAt = performance.now()
    if (again) on.failed('webgl')
    else build()
  }

  async function click(built: Map, event: MapMouseEvent) {
    if (!interactive || !takesChanges) return
    const hit = pickAt(built, event.point, view.layers)
    if (hit?.cluster === undefined) return on.select(hit)
    const zoom = await built.getSource<GeoJSONSource>(hit.layer)?.getClusterExpansionZoom(hit.cluster)
    moved = true
    if (zoom !== undefined) built.easeTo({ center: event.lngLat, zoom, essential: false })
  }

  function sync() {
    if (!map || !takesChanges) return
    if (styleDiffers(styleOf, view)) {
      const next = mapStyle(view)
      const { renewed, complete } = applyStyle(map, style, next)
      style = next
      styleOf = view
      renewed.forEach(feed.forget)
      if (!complete) {
        // Everything starts anew; `style.load` goes on from there.
        takesChanges = false
        map.setStyle(next, { diff: false })
        return
      }
    }
    feed.want(mapData(view))
  }

  function setInteractive(wanted: boolean) {
    interactive = wanted
    if (map) allowGestures(map, wanted)
  }

  build()

  return {
    show(next: MapView) {
      view = next
      sync()
    },
    /** Flies there, or jumps where a person prefers reduced motion (MapLibre asks the system). */
    fly(to: Camera) {
      camera = to
      moved = false
      map?.flyTo({ ...placed(), duration: FLIGHT_MS, essential: false })
    },
    setInteractive,
    remove() {
      clearTimeout(timer)
      takesChanges = false
      map?.remove()
      map = undefined
    },
  }
}

/** North stays up and the map flat: a turned map is a map that nobody recognises. */
function allowGestures(map: Map, allowed: boolean) {
  const { dragPan, scrollZoom, boxZoom, doubleClickZoom, keyboard, touchZoomRotate } = map
  for (const handler of [dragPan, scrollZoom, boxZoom, doubleClickZoom, keyboard, touchZoomRotate]) {
    if (allowed) handler.enable()
    else handler.disable()
  }
  touchZoomRotate.disableRotation()
  keyboard.disableRotation()
  map.dragRotate.disable()
  map.touchPitch.disable()
}
