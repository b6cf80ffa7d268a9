import * as v from 'valibot'
import { isRecord, shapeProblems } from './check-shape'
import { checkText } from './check-text'
import { pathText, type Problem, type ProblemCode } from './problems'
import { SECTIONS, type Module } from './schema'
import { safeUrl } from './url'
import { Id, Text } from './text'

/**
 * A module file: sources, figures, layers, panels and scenes that any city may use by naming the file. Its entries
 * join the city's own, which win where both have one of the same name; its addresses start from the city file.
 */
export const ModuleHead = v.strictObject({
  $schema: v.optional(v.string()),
  module: v.literal(1),
  name: Text,
  /** Which of the nine components of an Intelligent Operations Centre it is. */
  ioc: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9))),
  organisations: v.optional(v.record(Id, v.strictObject({ name: Text })), {}),
  documents: v.optional(v.record(Id, v.unknown()), {}),
})

/** The text of a module's file, or why there is none. */
export type ModuleText =
  { kind: 'text'; text: string } | { kind: 'failed'; code: ProblemCode; value: string; detail: string }

/** A city file with its modules' entries in it. */
export interface Merged {
  json: Record<string, unknown>
  modules: Module[]
  /** Addresses of the files that could not be read, whatever the reason: it may pass. */
  missing: string[]
  problems: Problem[]
  /** Where entries that came from a module stand, by their path. */
  lines: ReadonlyMap<string, { file: string; line: number }>
}

/** What stands in a file; undefined when it cannot be had, or is no JSON, such as one that is being copied. */
export function jsonOf(file: ModuleText): unknown {
  return file.kind === 'text' ? checkText(file.text).json : undefined
}

/** An address as people name the file: `modules/health.json`. */
export const fileName = (address: string) => address.split('/').slice(-2).join('/')

/** Which module files a city file names, by module id, with their absolute addresses. */
export function modulesNamed(json: unknown, url: string): Map<Id, string> {
  const named = new Map<Id, string>()
  if (!isRecord(json) || !isRecord(json.modules)) return named
  for (const [id, use] of Object.entries(json.modules)) {
    const file = isRecord(use) && typeof use.file === 'string' ? safeUrl(use.file, url) : undefined
    if (file !== undefined) named.set(id, file)
  }
  return named
}

/** Joins the modules' entries to the city's; a module that cannot be read costs itself and nothing else. */
export function mergeModules(
  city: Record<string, unknown>,
  texts: ReadonlyMap<Id, ModuleText>,
  url: string,
): Merged {
  const merged = { ...city }
  const modules: Module[] = []
  const missing: string[] = []
  const problems: Problem[] = []
  const lines = new Map<string, { file: string; line: number }>()
  for (const [id, address] of modulesNamed(city, url)) {
    const file = fileName(address)
    const given = texts.get(id)
    if (!given) continue
    const read = readModule(id, given, file)
    problems.push(...read.problems)
    if (read.kind === 'missing') missing.push(address)
    if (read.kind !== 'joined') continue
    const { json } = read
    for (const part of [...SECTIONS, 'organisations', 'documents'] as const) {
      const own = isRecord(merged[part]) ? merged[part] : {}
      const brought = isRecord(json[part]) ? json[part] : {}
      for (const entry of Object.keys(brought)) {
        if (entry in own) continue
        for (const [path, line] of read.lines) {
          if (path === `${part}.${entry}` || path.startsWith(`${part}.${entry}.`))
            lines.set(path, { file, line })
        }
      }
      merged[part] = {
        ...own,
        ...Object.fromEntries(Object.entries(brought).filter(([key]) => !(key in own))),
      }
    }
    const head = v.safeParse(ModuleHead, headOf(json))
    if (head.success) {
      const scenes = isRecord(json.scenes) ? Object.keys(json.scenes) : []
      modules.push({ id, name: head.output.name, ioc: head.output.ioc, ref: refOf(city, id), scenes })
    }
  }
  return { json: merged, modules, missing, problems, lines }
}

/** `missing`: there is nothing to read; `wrong`: what it says is no module. */
type ReadModule = { problems: Problem[]; lines: ReadonlyMap<string, number> } & (
  { kind: 'joined'; json: Record<string, unknown> } | { kind: 'missing' } | { kind: 'wrong' }
)

function readModule(id: Id, given: ModuleText, file: string): ReadModule {
  const at = ['modules', id]
  const bad = (code: ProblemCode, value: string, detail = ''): Problem => ({
    path: pathText([...at, 'file']),
    code,
    value,
    known: [],
    severity: 'entry',
    ...(detail && { detail }),
  })
  if (given.kind === 'failed') {
    const { code, value, detail } = given
    return { kind: 'missing', problems: [bad(code, value, detail)], lines: new Map() }
  }
  const { json, problems, lines } = checkText(given.text)
  const found = problems.map((problem): Problem => ({ ...problem, severity: 'entry', file }))
  if (json === undefined) return { kind: 'missing', problems: found, lines }
  if (!isRecord(json)) return { kind: 'wrong', problems: [...found, bad('type', file, 'object')], lines }
  const shape = shapeProblems(ModuleHead, headOf(json), at, 'entry').map((problem) => ({ ...problem, file }))
  return shape.length > 0
    ? { kind: 'wrong', problems: [...found, ...shape], lines }
    : { kind: 'joined', json, problems: found, lines }
}

const headOf = (json: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(json).filter(([key]) => !SECTIONS.some((name) => name === key)))

function refOf(city: Record<string, unknown>, id: Id): Module['ref'] {
  const use = isRecord(city.modules) ? city.modules[id] : undefined
  return isRecord(use) && typeof use.ref === 'string' ? use.ref : undefined
}
