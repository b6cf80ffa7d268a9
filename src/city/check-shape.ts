import { safeParse, type BaseIssue, type GenericSchema } from 'valibot'
import { nearest, pathText, shown, type Path, type Problem, type ProblemCode } from './problems'
import { problems as sentences } from '../ui/locales/problems/vi'

type Issue = BaseIssue<unknown>

/** What keeps `input` from passing `schema`, in the words of the city file. Paths start at `at`. */
export function shapeProblems(
  schema: GenericSchema,
  input: unknown,
  at: Path,
  severity: Problem['severity'],
): Problem[] {
  const { issues = [] } = safeParse(schema, input)
  return issues.flatMap((issue) => {
    const inner = keysOf(issue)
    const path = [...at, ...inner]
    const make = (code: ProblemCode, value: string, known: string[] = [], detail = ''): Problem => {
      return { path: pathText(path), code, value, known, severity, ...(detail && { detail }) }
    }
    if (issue.type === 'union') {
      const branch = likeliestBranch(nodesAt(schema, inner), issue.input)
      return branch ? shapeProblems(branch, issue.input, path, severity) : [make('type', shown(issue.input))]
    }
    if (issue.expected === 'never') return unknownKeys(schema, issue, at, severity)
    if (issue.kind === 'schema' && issue.input === undefined) return [make('missing', '')]
    const [code, known, detail] = describe(issue)
    return [make(code, code === 'id' ? String(issue.input) : shown(issue.input), known, detail)]
  })
}

/** The keys that an object or a union of objects reads. */
export function keysOfSchema(schema: unknown): string[] {
  return branches(schema).flatMap((node) =>
    isRecord(node) && isRecord(node.entries) ? Object.keys(node.entries) : [],
  )
}

function describe(issue: Issue): [code: ProblemCode, known?: string[], detail?: string] {
  if (isCode(issue.message)) return [issue.message]
  if (issue.kind === 'validation') {
    if (issue.type === 'starts_with') return ['path']
    if (issue.type === 'integer') return ['integer']
    if (issue.type === 'min_length' || issue.type === 'non_empty') return ['empty']
    if (issue.type === 'min_value') return ['range', [], `≥ ${String(issue.requirement)}`]
    if (issue.type === 'max_value') return ['range', [], `≤ ${String(issue.requirement)}`]
    return ['option', [], issue.message]
  }
  if (issue.type === 'picklist' || issue.type === 'literal' || issue.type === 'variant') {
    const names = (issue.expected ?? '').split(/[()|]/).map((name) => name.trim().replaceAll('"', ''))
    return ['choice', nearest(String(issue.input), new Set(names.filter((name) => name !== '')))]
  }
  return ['type', [], issue.type === 'tuple' ? 'array' : (issue.expected ?? '').toLowerCase()]
}

/** Valibot stops at the first unknown key of an object; a person wants to see them all. */
function unknownKeys(
  schema: GenericSchema,
  issue: Issue,
  at: Path,
  severity: Problem['severity'],
): Problem[] {
  const inside = keysOf(issue).slice(0, -1)
  const known = nodesAt(schema, inside).flatMap(keysOfSchema)
  const owner: unknown = issue.path?.at(-1)?.input
  const given = isRecord(owner) ? Object.keys(owner) : []
  return given
    .filter((key) => !known.includes(key))
    .map((key) => ({
      path: pathText([...at, ...inside, key]),
      code: 'unknown-key',
      value: key,
      known: nearest(key, known),
      severity,
    }))
}

/** Of several allowed forms, the one that was most probably meant: the fewest mistakes, and of the right type. */
function likeliestBranch(nodes: readonly unknown[], input: unknown): GenericSchema | undefined {
  const scored = nodes.flatMap(branches).flatMap((node) => {
    if (!isSchema(node)) return []
    const { issues = [] } = safeParse(node, input)
    const wrongType = issues.some(
      (issue) => issue.kind === 'schema' && !issue.path && !quotes(issue.expected, input),
    )
    return [{ node, mistakes: issues.length + (wrongType ? 100 : 0) }]
  })
  return scored.sort((a, b) => a.mistakes - b.mistakes)[0]?.node
}

/** A wrong word where words are expected is a slip, not another type. */
function quotes(expected: string | null, input: unknown): boolean {
  return typeof input === 'string' && (expected ?? '').includes('"')
}

/** The schemas that stand at a path below `schema`; several where forms may differ. */
function nodesAt(schema: unknown, path: Path): unknown[] {
  return path.reduce<unknown[]>(
    (nodes, key) => nodes.flatMap(branches).flatMap((node) => below(node, key)),
    [schema],
  )
}

function below(node: unknown, key: string | number): unknown[] {
  if (!isRecord(node)) return []
  if (isRecord(node.entries)) return key in node.entries ? [node.entries[key]] : []
  if (Array.isArray(node.items)) return [node.items[Number(key)]]
  return [node.item ?? node.value].filter((found) => found !== undefined)
}

/** A schema without its optional, lazy and union wrappings; unions give one schema for each form. */
function branches(node: unknown): unknown[] {
  if (!isRecord(node)) return []
  if (isRecord(node.wrapped)) return branches(node.wrapped)
  if (typeof node.getter === 'function') return branches(node.getter(undefined))
  if (Array.isArray(node.options) && node.options.every(isSchema)) return node.options.flatMap(branches)
  return [node]
}

function keysOf(issue: Issue): (string | number)[] {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
}

function isSchema(node: unknown): node is GenericSchema {
  return isRecord(node) && node.kind === 'schema' && '~run' in node
}

function isCode(text: string): text is ProblemCode {
  return text in sentences
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
