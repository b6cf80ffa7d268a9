import {
  readFigures,
  readLayers,
  readPanels,
  readScenes,
  readSources,
  type Entries,
  type Kinds,
  type Reading,
} from './check-entries'
import { readHead, unknownName } from './check-head'
import { safetyProblems } from './check-safety'
import { isRecord } from './check-shape'
import { checkText } from './check-text'
import { mergeModules, type Merged, type ModuleText } from './modules'
import { shown, type Problem, type ProblemCode } from './problems'
import { SECTIONS, type City, type Scene } from './schema'
import type { Id } from './text'

export type { Kind, Kinds } from './check-entries'
export type { ModuleText } from './modules'

/**
 * A city file after checking. `ok`: it can be shown, and `problems` tells which entries are switched off.
 * `refused`: its head is wrong, it has no scene, or it holds a secret or a script.
 */
export type CityReading =
  { kind: 'ok'; city: City; problems: Problem[] } | { kind: 'refused'; problems: Problem[] }

const MAX_CHARS = 4_000_000

/**
 * Checks a city file and resolves every name in it. Entries are read one by one: a bad one costs itself and
 * what depends on it, and nothing else.
 *
 * @param url absolute address of the file, which relative addresses in it start from
 * @param found what the file's text already showed, such as duplicate keys
 * @param texts the files of the modules that the city file names, by module
 */
export function readCity(
  json: unknown,
  url: string,
  kinds: Kinds,
  found: readonly Problem[] = [],
  texts: ReadonlyMap<Id, ModuleText> = new Map(),
): CityReading {
  if (!isRecord(json)) return refuse('type', shown(json), 'object')
  const merged = mergeModules(json, texts, url)
  const reading = readMerged(merged, url, kinds, found)
  const problems = [...merged.problems, ...reading.problems]
  return withProblems(
    reading,
    problems.map((problem) => inModule(problem, merged.lines)),
  )
}

function readMerged(
  { json, modules, missing }: Merged,
  url: string,
  kinds: Kinds,
  found: readonly Problem[],
): CityReading {
  const unsafe = safetyProblems(json)
  if (unsafe.length > 0) return { kind: 'refused', problems: unsafe }
  const head = readHead(json, url)
  const stray = [...strayProblems(json, found), ...(Array.isArray(head) ? head : [])]
  if (stray.length > 0 || Array.isArray(head)) return { kind: 'refused', problems: stray }

  const scenesNamed = Object.keys(isRecord(json.scenes) ? json.scenes : {})
  const context: Reading = { head, url, found, scenes: scenesNamed }
  const sources = readSources(json.sources, context, kinds)
  const figures = readFigures(json.figures, context, sources)
  const layers = readLayers(json.layers, context, kinds, sources)
  const panels = readPanels(json.panels, context, kinds, sources, figures)
  const scenes = readScenes(json.scenes, context)
  const places = placeProblems(scenes.good, layers, panels)
  const sections = [sources, figures, layers, panels, scenes]
  const problems = [...sections.flatMap(({ bad }) => [...bad.values()].flat()), ...places.problems]
  if (scenes.good.size === 0) {
    return { kind: 'refused', problems: [...problems, ...refuse('no-scene', '').problems] }
  }
  const { modules: _, ...rest } = head
  const city: City = {
    ...rest,
    url,
    sources: sources.good,
    figures: figures.good,
    layers: layers.good,
    panels: panels.good,
    scenes: [...scenes.good.values()].map((scene) => ({
      ...scene,
      layers: scene.layers.filter((id) => layers.good.has(id)),
    })),
    modules: modules.map((module) => ({
      ...module,
      scenes: module.scenes.filter((id) => scenes.good.has(id)),
    })),
    broken: new Map([...panels.bad, ...places.broken]),
    missing,
    problems,
  }
  return { kind: 'ok', city, problems }
}

/** As `readCity`, from the file's text: duplicate keys are found, and every problem carries its line. */
export function readCityText(
  text: string,
  url: string,
  kinds: Kinds,
  texts?: ReadonlyMap<Id, ModuleText>,
): CityReading {
  if (text.length > MAX_CHARS) return refuse('size', url, `> ${MAX_CHARS / 1e6} MB`)
  const { json, problems, lines } = checkText(text)
  const reading: CityReading =
    json === undefined ? { kind: 'refused', problems } : readCity(json, url, kinds, problems, texts)
  return withProblems(
    reading,
    reading.problems.map((problem) => withLine(problem, lines)),
  )
}

/** The reading with its problems told better; the city carries them to the screen. */
function withProblems(reading: CityReading, problems: Problem[]): CityReading {
  return reading.kind === 'ok'
    ? { ...reading, city: { ...reading.city, problems }, problems }
    : { ...reading, problems }
}

/** What scenes name and cannot have: layers are left out, panels keep their place and say why. */
function placeProblems(
  scenes: ReadonlyMap<Id, Scene>,
  layers: Entries<unknown>,
  panels: Entries<unknown>,
): { problems: Problem[]; broken: Map<Id, Problem[]> } {
  const layerNames = [...layers.good.keys(), ...layers.bad.keys()]
  const panelNames = [...panels.good.keys(), ...panels.bad.keys()]
  const broken = new Map<Id, Problem[]>()
  const problems = [...scenes].flatMap(([id, scene]) => [
    ...scene.layers.flatMap((layer, i) =>
      unknownName('unknown-layer', ['scenes', id, 'layers', i], layer, layerNames),
    ),
    ...scene.panels.flatMap(({ panel }, i) => {
      const unknown = unknownName('unknown-panel', ['scenes', id, 'panels', i, 'panel'], panel, panelNames)
      if (unknown.length > 0) broken.set(panel, unknown)
      return unknown
    }),
  ])
  return { problems, broken }
}

/** Problems outside any entry: sections that are no objects, and duplicate keys in the head. */
function strayProblems(json: Record<string, unknown>, found: readonly Problem[]): Problem[] {
  const sections = SECTIONS.filter((name) => name in json && !isRecord(json[name])).map((name): Problem => ({
    path: name,
    code: 'type',
    value: shown(json[name]),
    known: [],
    severity: 'file',
    detail: 'object',
  }))
  const inHead = found.filter(({ path }) => !SECTIONS.some((name) => path.startsWith(`${name}.`)))
  return [...sections, ...inHead.map((problem): Problem => ({ ...problem, severity: 'file' }))]
}

/** A problem of an entry that came from a module: its file and line. */
function inModule(problem: Problem, lines: ReadonlyMap<string, { file: string; line: number }>): Problem {
  if (problem.file !== undefined) return problem
  for (let path = problem.path; path !== ''; path = outer(path)) {
    const found = lines.get(path)
    if (found) return { ...problem, ...found }
  }
  return problem
}

/** The line of the entry itself, or of the nearest entry around it when it is missing. */
function withLine(problem: Problem, lines: ReadonlyMap<string, number>): Problem {
  if (problem.line !== undefined || problem.file !== undefined) return problem
  for (let path = problem.path; path !== ''; path = outer(path)) {
    const line = lines.get(path)
    if (line !== undefined) return { ...problem, line }
  }
  return problem
}

const outer = (path: string) => path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0))

/** A reading that refuses the whole file for one reason. */
export function refuse(code: ProblemCode, value: string, detail?: string): CityReading & { kind: 'refused' } {
  const problem: Problem = { path: '', code, value, known: [], severity: 'file', ...(detail && { detail }) }
  return { kind: 'refused', problems: [problem] }
}
