import { parseArgs } from 'node:util'
import { explain } from '../src/city/problems'
import type { City } from '../src/city/schema'
import type { Language } from '../src/city/text'
import { loadCity } from '../src/city/load'
import { kinds } from '../src/kinds'
import { simulatedFetch } from '../src/simulator'
import { en } from '../src/ui/locales/en'
import { vi } from '../src/ui/locales/vi'
import { cityFetch, placeOf } from './city-files'
import { probe, type Finding } from './probe'

const HEADINGS = {
  vi: {
    usage: 'Cách dùng: npm run city:check -- <tệp hoặc địa chỉ .json> [--lang en] [--gateway <địa chỉ>]',
    columns: ['Nguồn', 'Kết nối', 'Bản ghi', 'Loại bỏ', 'Tình trạng', 'Trễ'],
    good: 'Không có lỗi.',
    bad: (count: number) => `Có ${count} lỗi.`,
    reachable: ['có', 'không'],
    strangers: (names: string) => `có số liệu cho chỉ số không khai báo trong tệp: ${names}`,
    messages: vi,
  },
  en: {
    usage: 'Usage: npm run city:check -- <file or address of a .json> [--lang en] [--gateway <address>]',
    columns: ['Source', 'Reached', 'Records', 'Dropped', 'State', 'Latency'],
    good: 'No problems.',
    bad: (count: number) => (count === 1 ? '1 problem.' : `${count} problems.`),
    reachable: ['yes', 'no'],
    strangers: (names: string) => `brings readings of figures that the file does not have: ${names}`,
    messages: en,
  },
}
const REASONS_SHOWN = 3

/**
 * Checks a city file and then reads each of its sources once, with the app's own connectors. A simulated city is
 * played in this process unless `--gateway` names a server. Returns 1 when anything is wrong.
 */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { lang: { type: 'string', default: 'vi' }, gateway: { type: 'string' } },
  })
  const language: Language = values.lang === 'en' ? 'en' : 'vi'
  const words = HEADINGS[language]
  const [address] = positionals
  if (address === undefined) {
    print(words.usage)
    return 2
  }
  const place = placeOf(address)
  const { reading } = await loadCity(place.url, place.url, cityFetch(place), kinds)
  for (const problem of reading.problems) print(`✗ ${explain(problem, language)}\n`)
  const found = reading.kind === 'ok' ? await probeAll(reading.city, values.gateway, cityFetch(place)) : []
  if (found.length > 0) print(report(found, language))
  const count = reading.problems.length + found.filter(isBad).length
  print(count === 0 ? `✓ ${words.good}` : `✗ ${words.bad(count)}`)
  return count === 0 ? 0 : 1
}

async function probeAll(city: City, gateway: string | undefined, files: typeof fetch): Promise<Finding[]> {
  const served: City = gateway === undefined ? city : { ...city, gateway: gateway.replace(/\/?$/, '/') }
  const address = new URL(served.gateway ?? '.', served.url).href
  const { simulated } = served
  const isPlayed = simulated !== undefined && gateway === undefined
  const reach = isPlayed
    ? simulatedFetch({ place: simulated.place ?? city.id, seed: simulated.seed, gateway: address }, files)
    : files
  return probe(served, kinds.connectors, reach)
}

function isBad({ failure, dropped, strangers }: Finding): boolean {
  return failure !== undefined || dropped.length > 0 || strangers.length > 0
}

function report(findings: readonly Finding[], language: Language): string {
  const { columns, messages, reachable, strangers } = HEADINGS[language]
  const rows = findings.map((finding) => [
    `${isBad(finding) ? '✗' : '✓'} ${finding.source}`,
    reachable[finding.failure ? 1 : 0] ?? '',
    finding.failure ? '–' : String(finding.records),
    finding.dropped.length > 0 ? String(finding.dropped.length) : '–',
    messages.state[finding.state],
    `${Math.round(finding.latencyMs)} ms`,
  ])
  const details = findings.flatMap((finding) => [
    ...(finding.failure ? [`✗ ${finding.source}: ${finding.failure.kind}: ${finding.failure.detail}`] : []),
    ...(finding.strangers.length > 0
      ? [`✗ ${finding.source}: ${strangers(finding.strangers.join(', '))}`]
      : []),
    ...finding.dropped
      .slice(0, REASONS_SHOWN)
      .map(({ path, reason, sample }) => `✗ ${finding.source}: ${path}: ${reason} ${sample}`),
  ])
  return [
    ...aligned([columns.map((column, i) => (i === 0 ? `  ${column}` : column)), ...rows]),
    '',
    ...details,
  ].join('\n')
}

/** Rows as text whose columns stand under each other. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
