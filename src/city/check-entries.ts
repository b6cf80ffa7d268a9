import { parse, type GenericSchema, type InferOutput } from 'valibot'
import { figureProblems } from './check-figure'
import { centerProblems, unknownName } from './check-head'
import { addressProblems } from './check-safety'
import { isRecord, keysOfSchema, shapeProblems } from './check-shape'
import { Figure } from './figure'
import {
  entryProblem as problem,
  nearest,
  pathText,
  type Path,
  type Problem,
  type ProblemCode,
} from './problems'
import {
  LayerCommon,
  PanelCommon,
  Scene,
  SourceCommon,
  type CityHead,
  type Layer,
  type Panel,
  type SECTIONS,
  type Source,
} from './schema'
import type { Id } from './text'

/** As much of a kind of source, layer or panel as it takes to check an entry of it. */
export interface Kind {
  kind: string
  schema: GenericSchema
}

/** The kinds that this app has. */
export interface Kinds {
  connectors: ReadonlyMap<string, Kind>
  layers: ReadonlyMap<string, Kind>
  panels: ReadonlyMap<
    string,
    Kind & { prepare(options: unknown): { needs: { figures: readonly Id[]; sources: readonly Id[] } } }
  >
}

/** A section after reading: what can be used, and why the rest cannot. */
export interface Entries<T> {
  good: ReadonlyMap<Id, T>
  bad: ReadonlyMap<Id, readonly Problem[]>
}

/** What a section is read with: the file's head, its address, problems found in its text, and names to come. */
export interface Reading {
  head: CityHead
  url: string
  found: readonly Problem[]
  /** Every scene that the file and its modules have, whether or not it can be used. */
  scenes: readonly Id[]
}

type Section = (typeof SECTIONS)[number]

/** Sources by their connector. */
export function readSources(raw: unknown, context: Reading, kinds: Kinds): Entries<Source> {
  return readEntries('sources', raw, context, (id, entry, at) => {
    const read = readKind(SourceCommon, kinds.connectors, 'connector', 'unknown-connector', entry, at)
    if (Array.isArray(read)) return read
    const via = isRecord(read.options) && 'via' in read.options
    const problems = [
      ...ownerProblems(read.common.owner, context.head, at),
      ...(via && context.head.gateway === undefined
        ? [problem('no-gateway', [...at, 'via'], entry.via)]
        : []),
    ]
    return problems.length > 0 ? problems : { ...read.common, id, options: read.options }
  })
}

/** Figures; one keeps working as long as one of its sources does. */
export function readFigures(
  raw: unknown,
  context: Reading,
  sources: Entries<Source>,
): Entries<Figure & { id: Id }> {
  return readEntries('figures', raw, context, (id, entry, at) => {
    const shape = shapeProblems(Figure, entry, at, 'entry')
    if (shape.length > 0) return shape
    const figure = parse(Figure, entry)
    const working = figure.sources.filter((name) => sources.good.has(name))
    const names = figure.sources.flatMap((name, i) => {
      const unknown = !sources.good.has(name) && !sources.bad.has(name)
      return unknown || working.length === 0 ? reference('source', [...at, 'sources', i], name, sources) : []
    })
    const documents = Object.keys(context.head.documents)
    const problems = [
      ...names,
      ...ownerProblems(figure.owner, context.head, at),
      ...(figure.area === undefined
        ? []
        : unknownName('unknown-area', [...at, 'area'], figure.area, Object.keys(context.head.areas))),
      ...(figure.document === undefined
        ? []
        : unknownName('unknown-document', [...at, 'document'], figure.document, documents)),
      ...figureProblems(figure, at, context),
    ]
    return problems.length > 0 ? problems : { ...figure, sources: working, id }
  })
}

export function readLayers(
  raw: unknown,
  context: Reading,
  kinds: Kinds,
  sources: Entries<Source>,
): Entries<Layer> {
  return readEntries('layers', raw, context, (id, entry, at) => {
    const read = readKind(LayerCommon, kinds.layers, 'kind', 'unknown-layer-kind', entry, at)
    if (Array.isArray(read)) return read
    const problems = reference('source', [...at, 'source'], read.common.source, sources)
    return problems.length > 0 ? problems : { ...read.common, id, options: read.options }
  })
}

/** Panels; the kind tells which figures and sources its options name. */
export function readPanels(
  raw: unknown,
  context: Reading,
  kinds: Kinds,
  sources: Entries<Source>,
  figures: Entries<Figure>,
): Entries<Panel> {
  return readEntries('panels', raw, context, (id, entry, at) => {
    const read = readKind(PanelCommon, kinds.panels, 'kind', 'unknown-panel-kind', entry, at)
    if (Array.isArray(read)) return read
    const { needs } = read.kind.prepare(read.options)
    const where = (name: Id): Path => [...at, ...(pathOf(read.options, name) ?? [])]
    const problems = [
      ...needs.figures.flatMap((name) => reference('figure', where(name), name, figures)),
      ...needs.sources.flatMap((name) => reference('source', where(name), name, sources)),
    ]
    return problems.length > 0 ? problems : { ...read.common, id, options: read.options }
  })
}

/** Scenes, before it is settled which of their layers and panels work. */
export function readScenes(raw: unknown, context: Reading): Entries<Scene & { id: Id }> {
  return readEntries('scenes', raw, context, (id, entry, at) => {
    const shape = shapeProblems(Scene, entry, at, 'entry')
    if (shape.length > 0) return shape
    const scene = parse(Scene, entry)
    const center = scene.camera?.center
    const { hours } = scene
    const problems = [
      ...(center ? centerProblems(center, context.head.map.bounds, [...at, 'camera', 'center']) : []),
      ...(hours && hours.from === hours.to ? [problem('hours-empty', [...at, 'hours'], hours)] : []),
    ]
    return problems.length > 0 ? problems : { ...scene, id }
  })
}

function readEntries<T extends object>(
  section: Section,
  raw: unknown,
  { url, found }: Reading,
  read: (id: Id, entry: Record<string, unknown>, at: Path) => T | Problem[],
): Entries<T> {
  const good = new Map<Id, T>()
  const bad = new Map<Id, readonly Problem[]>()
  for (const [id, entry] of Object.entries(isRecord(raw) ? raw : {})) {
    const at = [section, id]
    const result = isRecord(entry) ? read(id, entry, at) : [problem('type', at, entry, 'object')]
    const problems = [
      ...found.filter(({ path }) => path === pathText(at) || path.startsWith(`${pathText(at)}.`)),
      ...(/^[a-z0-9][a-z0-9.-]*$/.test(id) ? [] : [{ ...problem('id', at, id), value: id }]),
      ...addressProblems(entry, at, url),
      ...(Array.isArray(result) ? result : []),
    ]
    if (problems.length > 0 || Array.isArray(result)) bad.set(id, problems)
    else good.set(id, result)
  }
  return { good, bad }
}

/** Splits an entry into what all entries of its section have and the options that its kind checks. */
function readKind<S extends GenericSchema, K extends Kind>(
  common: S,
  kinds: ReadonlyMap<string, K>,
  key: 'connector' | 'kind',
  code: ProblemCode,
  entry: Record<string, unknown>,
  at: Path,
): { common: InferOutput<S>; kind: K; options: unknown } | Problem[] {
  const commonKeys = keysOfSchema(common)
  const part = (isCommon: boolean) =>
    Object.fromEntries(Object.entries(entry).filter(([name]) => commonKeys.includes(name) === isCommon))
  const options = part(false)
  const name = entry[key]
  const kind = typeof name === 'string' ? kinds.get(name) : undefined
  const problems = [
    ...shapeProblems(common, part(true), at, 'entry'),
    ...(typeof name === 'string' ? unknownName(code, [...at, key], name, kinds.keys()) : []),
    ...(kind ? shapeProblems(kind.schema, options, at, 'entry') : []),
  ].map((found) =>
    // A misspelt common key ends up among the options, so both sets of names may be meant.
    found.code === 'unknown-key' && found.path === pathText([...at, found.value])
      ? { ...found, known: nearest(found.value, new Set([...found.known, ...commonKeys])) }
      : found,
  )
  if (problems.length > 0 || !kind) return problems
  return { common: parse(common, part(true)), kind, options }
}

function reference(thing: 'source' | 'figure', path: Path, name: Id, entries: Entries<unknown>): Problem[] {
  const [cause] = entries.bad.get(name) ?? []
  if (cause) return [{ ...problem(`broken-${thing}`, path, name, cause.path), value: name }]
  return unknownName(`unknown-${thing}`, path, name, entries.good.keys())
}

function ownerProblems(owner: Id | undefined, head: CityHead, at: Path): Problem[] {
  if (owner === undefined) return []
  return unknownName('unknown-organisation', [...at, 'owner'], owner, Object.keys(head.organisations))
}

/** Where in the options a name stands, so that a problem points at the very place. */
function pathOf(value: unknown, name: string): Path | undefined {
  if (value === name) return []
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const path = pathOf(inner, name)
    if (path) return [Array.isArray(value) ? Number(key) : key, ...path]
  }
  return undefined
}
