import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import {
  toJsonSchema,
  toJsonSchemaDefs,
  type ConversionConfig,
  type JsonSchema,
} from '@valibot/to-json-schema'
import { format, resolveConfig } from 'prettier'
import * as v from 'valibot'
import type { GenericSchema } from 'valibot'
import { Figure } from '../src/city/figure'
import { ModuleHead } from '../src/city/modules'
import { CityHead, LayerCommon, PanelCommon, Scene, SourceCommon } from '../src/city/schema'
import { Id, Text } from '../src/city/text'
import { kinds } from '../src/kinds'
import { Field } from '../src/sources/mapping/field'
import { annotate, commentsOf } from './comments'
import { table } from './tables'

const SCHEMA = 'public/cities/city.schema.json'
const MODULE = 'public/cities/modules/module.schema.json'
const DOCS = 'docs/city-file.md'
const LIST = 'public/cities.json'

const PARTS: Record<string, GenericSchema> = { identifier: Id, text: Text, field: Field }
/** Custom checks say in one word what they check; the ones that a pattern can express become one. */
const PATTERNS: Readonly<Record<string, JsonSchema>> = {
  duration: {
    pattern: '^P(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?$',
    examples: ['PT30S', 'PT15M', 'P1D'],
  },
}
const CONVERSION: ConversionConfig = {
  typeMode: 'input',
  errorMode: 'ignore',
  definitions: PARTS,
  overrideAction: ({ valibotAction, jsonSchema }) => {
    const message = 'message' in valibotAction ? valibotAction.message : undefined
    const extra = typeof message === 'string' ? PATTERNS[message] : undefined
    return extra && { ...jsonSchema, ...extra }
  },
}

/** One section whose entries are of several kinds. */
interface Section {
  name: 'sources' | 'layers' | 'panels'
  key: 'connector' | 'kind'
  common: GenericSchema
  kinds: ReadonlyMap<string, { kind: string; schema: GenericSchema; example: unknown }>
  file(kind: string): string
}

const SECTIONS: readonly Section[] = [
  {
    name: 'sources',
    key: 'connector',
    common: SourceCommon,
    kinds: kinds.connectors,
    file: (kind) => `src/sources/connectors/${kind}.ts`,
  },
  {
    name: 'layers',
    key: 'kind',
    common: LayerCommon,
    kinds: kinds.layers,
    file: (kind) => `src/map/layers/${kind}.ts`,
  },
  {
    name: 'panels',
    key: 'kind',
    common: PanelCommon,
    kinds: kinds.panels,
    file: (kind) => `src/panels/${kind}/index.ts`,
  },
]

/** Writes the JSON Schema and the tables of the documentation; with `--check` only tells whether they are current. */
export async function main(args: string[]): Promise<number> {
  const files = [
    { path: SCHEMA, text: `${JSON.stringify(citySchema(), null, 2)}\n` },
    { path: MODULE, text: `${JSON.stringify(moduleSchema(), null, 2)}\n` },
    { path: DOCS, text: await documented(readFileSync(DOCS, 'utf8')) },
    { path: LIST, text: `${JSON.stringify(cityList(), null, 2)}\n` },
  ]
  const stale = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
  if (args.includes('--check')) {
    for (const { path } of stale) console.error(`${path} is out of date: run "npm run city:schema".`)
    return stale.length > 0 ? 1 : 0
  }
  for (const { path, text } of stale) writeFileSync(path, text)
  return 0
}

/** The shipped cities by id and name, for the picker. */
function cityList() {
  return globSync('public/cities/*.json')
    .filter((path) => path !== SCHEMA && !path.endsWith('.schema.json'))
    .map((path) => v.parse(v.object({ id: Id, name: Text }), JSON.parse(readFileSync(path, 'utf8'))))
    .toSorted((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi'))
}

function citySchema(): JsonSchema {
  const head = plain(CityHead, ['src/city/schema.ts'])
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Toàn Cảnh: tệp thành phố · city file',
    ...head,
    properties: { ...head.properties, ...sections() },
    required: [...(head.required ?? []), 'scenes'],
    $defs: toJsonSchemaDefs(PARTS, CONVERSION),
  }
}

function moduleSchema(): JsonSchema {
  const head = plain(ModuleHead, ['src/city/modules.ts'])
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Toàn Cảnh: hợp phần · module',
    ...head,
    properties: { ...head.properties, ...sections() },
    $defs: toJsonSchemaDefs(PARTS, CONVERSION),
  }
}

/** What a city file and a module have in common. */
function sections(): Record<string, JsonSchema> {
  const entries = (schema: JsonSchema): JsonSchema => ({
    type: 'object',
    propertyNames: { $ref: '#/$defs/identifier' },
    additionalProperties: schema,
  })
  const ofKinds = SECTIONS.map((section): [string, JsonSchema] => [
    section.name,
    entries({ anyOf: [...section.kinds.keys()].map((kind) => entryOf(section, kind)) }),
  ])
  return {
    ...Object.fromEntries(ofKinds),
    figures: entries(plain(Figure, ['src/city/figure.ts'])),
    scenes: entries(plain(Scene, ['src/city/schema.ts'])),
  }
}

/** What all entries of a section have, together with the options of one kind. */
function entryOf(section: Section, kind: string): JsonSchema {
  const common = plain(section.common, ['src/city/schema.ts'])
  const options = optionsOf(section, kind)
  return {
    type: 'object',
    properties: { ...common.properties, [section.key]: { const: kind }, ...options.properties },
    required: [...(common.required ?? []), ...(options.required ?? [])],
    additionalProperties: false,
  }
}

function optionsOf(section: Section, kind: string): JsonSchema {
  const schema = section.kinds.get(kind)?.schema
  if (!schema) throw new Error(`no kind ${kind}`)
  const shared = section.name === 'sources' ? import.meta.glob('../src/sources/mapping/*.ts') : {}
  const files = Object.keys(shared).map((path) => path.replace('../', ''))
  const options = plain(schema, [section.file(kind), ...files.filter((file) => !file.endsWith('.test.ts'))])
  if (!options.properties) throw new Error(`options of ${section.name}/${kind} must be one object`)
  return options
}

function plain(schema: GenericSchema, files: readonly string[]): JsonSchema {
  const { $schema, $defs, ...rest } = toJsonSchema(schema, CONVERSION)
  return annotate(rest, commentsOf(files))
}

/** The page with the tables between its markers written anew. */
async function documented(page: string): Promise<string> {
  const tables: Record<string, string> = {
    head: table(plain(CityHead, ['src/city/schema.ts'])),
    figures: table(plain(Figure, ['src/city/figure.ts'])),
    scenes: table(plain(Scene, ['src/city/schema.ts'])),
    ...Object.fromEntries(SECTIONS.map((section) => [section.name, sectionText(section)])),
  }
  const filled = Object.entries(tables).reduce((text, [name, body]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
    const before = text.split(start)[0]
    const after = text.split(end)[1]
    if (before === undefined || after === undefined) throw new Error(`${DOCS} has no place for ${name}`)
    return `${before}${start}\n\n${body}\n\n${end}${after}`
  }, page)
  return format(filled, { ...(await resolveConfig(DOCS)), parser: 'markdown' })
}

function sectionText(section: Section): string {
  const all = plain(section.common, ['src/city/schema.ts'])
  const one = ([kind, { example }]: [string, { example: unknown }]) => {
    const options = table(optionsOf(section, kind))
    return `### \`${kind}\`\n\n${options}\n\n\`\`\`json\n${JSON.stringify({ [section.key]: kind, ...object(example) }, null, 2)}\n\`\`\``
  }
  return [table(all), ...[...section.kinds].map(one)].join('\n\n')
}

function object(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
