import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import type { City } from '../src/city/schema'
import { kinds, panels } from '../src/kinds'
import { sourcesOf } from '../src/panels/gather'
import rows from './rows.json'
import { readShipped, shippedFiles } from './shipped'

const DOCS = 'docs/coverage.md'

/** Where a row of the inventory is seen: on a panel, a layer of the map, or in the header. */
export interface Sighting {
  city: string
  scene: string
  what: string
}

/** Every place on a screen of a city where a row of the inventory is seen, by row. */
export function sightings(city: City): Map<string, Sighting[]> {
  const found = new Map<string, Sighting[]>()
  const see = (ref: string | readonly string[] | undefined, scene: string, what: string) => {
    for (const row of typeof ref === 'string' ? [ref] : (ref ?? [])) {
      const before = found.get(row) ?? []
      const known = before.some((each) => each.scene === scene && each.what === what)
      if (!known) found.set(row, [...before, { city: city.name.vi, scene, what }])
    }
  }
  for (const scene of city.scenes) {
    const name = scene.name.vi
    for (const { panel: id } of scene.panels) {
      const panel = city.panels.get(id)
      const needs = panel && panels.get(panel.kind)?.prepare(panel.options).needs
      if (!panel || !needs) continue
      see(panel.ref, name, panel.title.vi)
      for (const figure of needs.figures) see(city.figures.get(figure)?.ref, name, panel.title.vi)
      for (const source of sourcesOf(needs, city)) {
        // A source names its rows only where it is read whole (figures show theirs) and the panel names none itself.
        if (!panel.ref && needs.sources.includes(source))
          see(city.sources.get(source)?.ref, name, panel.title.vi)
      }
    }
    for (const id of scene.layers) {
      const layer = city.layers.get(id)
      if (!layer) continue
      see(layer.ref, name, `bản đồ: ${layer.name.vi}`)
      see(city.sources.get(layer.source)?.ref, name, `bản đồ: ${layer.name.vi}`)
    }
  }
  for (const module of city.modules) {
    for (const id of module.scenes) {
      const scene = city.scenes.find((each) => each.id === id)
      if (scene) see(module.ref, scene.name.vi, `hợp phần: ${module.name.vi}`)
    }
  }
  return found
}

/** Every shipped city, without those that are refused: the tests of the files say why. */
export function shippedCities(): City[] {
  return shippedFiles().flatMap((file) => {
    const reading = readShipped(file, kinds)
    return reading.kind === 'ok' ? [reading.city] : []
  })
}

/** The rows of the inventory, and where each is seen over all cities. */
export function coverage(): { id: string; what: string; seen: Sighting[] }[] {
  const maps = shippedCities().map(sightings)
  return rows.map((row) => ({ ...row, seen: maps.flatMap((map) => map.get(row.id) ?? []) }))
}

/** `npm run coverage`: writes docs/coverage.md; with `--check` only tells whether it is current. */
export async function main(args: string[]): Promise<number> {
  const text = await format(page(), { ...(await resolveConfig(DOCS)), parser: 'markdown' })
  const current = existsSync(DOCS) && readFileSync(DOCS, 'utf8') === text
  if (args.includes('--check')) {
    if (!current) console.error(`${DOCS} is out of date: run "npm run coverage".`)
    return current ? 0 : 1
  }
  if (!current) writeFileSync(DOCS, text)
  return 0
}

function page(): string {
  const lines = coverage().map(({ id, what, seen }) => {
    const places = seen.map(({ city, scene, what: where }) => `${city} › ${scene} › ${where}`)
    return `| ${id} | ${what.replaceAll('|', '\\|')} | ${places.join('<br>') || '**nowhere**'} |`
  })
  return [
    '# What the cities named, and where it is on the screen',
    '',
    'Written by `npm run coverage` from the city files; `npm test` fails when it is out of date. A row is a system or figure that a city named (S0 and S2: Kiến An, S1: Hạ Long, S3: Hải Phòng, S4: Đan Phượng and Hà Nội); an entry of a city file says with `ref` which row it comes from.',
    '',
    '| Row | What was named | City › scene › panel |',
    '| --- | --- | --- |',
    ...lines,
    '',
  ].join('\n')
}
