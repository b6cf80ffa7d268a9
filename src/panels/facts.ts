import type { Figure } from '../city/figure'
import type { Text } from '../city/text'
import type { Comparison, Reading } from '../sources/records'
import {
  formatAmount,
  formatChange,
  formatDate,
  formatNumber,
  formatPeriod,
  formatRank,
  type Language,
} from '../ui/format'
import type { FigureData } from './contract'

/** What puts a value in context, most telling first. Never decoration: each is a stated or computed fact. */
export interface Fact {
  kind: 'note' | 'rank' | 'of' | 'target' | 'usual' | 'compare'
  text: string
  tone: 'plain' | 'good' | 'bad'
}

/** The few words the facts need, so that the module stays free of the interface's language machinery. */
export interface FactWords {
  language: Language
  zone: string
  target(value: string, due: string | undefined): string
  usual(value: string): string
  compare: Record<Comparison['kind'], string>
}

/** "90 %", "2.224", "33 %": a value with qualifier and unit on one line. */
export function amountText(
  figure: Figure,
  reading: Pick<Reading, 'value' | 'qualifier' | 'low' | 'high'>,
  language: Language,
): string {
  if (reading.value === null) return ''
  const { value, unit } = formatAmount(
    { ...reading, value: reading.value, unit: figure.unit, digits: figure.digits },
    language,
  )
  return unit === '%' ? `${value}%` : unit ? `${value} ${unit}` : value
}

export function facts(data: FigureData, words: FactWords): Fact[] {
  const { figure, latest, history } = data
  if (!latest) return targetFact(figure, undefined, words)
  return [
    ...noteFact(latest, words),
    ...rankFact(latest, words),
    ...ofFact(latest, words),
    ...targetFact(figure, latest, words),
    ...latest.compare.map((comparison) => comparisonFact(figure, latest, comparison, words)),
    ...previousFact(figure, history, words),
  ]
}

function noteFact(reading: Reading, { language }: FactWords): Fact[] {
  // Without a number the note is shown as the value itself.
  return reading.note && reading.value !== null
    ? [{ kind: 'note', text: pick(reading.note, language), tone: 'plain' }]
    : []
}

function rankFact({ rank }: Reading, { language }: FactWords): Fact[] {
  return rank ? [{ kind: 'rank', text: formatRank(rank, language), tone: 'plain' }] : []
}

/** n of m with its own percentage left to the value: 6/14. */
function ofFact({ of }: Reading, { language }: FactWords): Fact[] {
  if (!of) return []
  return [
    {
      kind: 'of',
      text: `${formatNumber(of.numerator, language)}/${formatNumber(of.denominator, language)}`,
      tone: 'plain',
    },
  ]
}

function targetFact(figure: Figure, reading: Reading | undefined, words: FactWords): Fact[] {
  const { target } = figure
  if (!target) return []
  const sign = { '>=': 'gte', '<=': 'lte', '=': 'exact' } as const
  const value = amountText(figure, { value: target.value, qualifier: sign[target.op] }, words.language)
  const met = reading && reading.value !== null ? reaches(reading.value, target) : undefined
  return [
    {
      kind: 'target',
      text: words.target(value, target.due ? formatDue(target.due, words.zone) : undefined),
      tone: met === undefined ? 'plain' : met ? 'good' : 'bad',
    },
  ]
}

function reaches(value: number, target: { op: '>=' | '<=' | '='; value: number }): boolean {
  if (target.op === '=') return value === target.value
  return target.op === '>=' ? value >= target.value : value <= target.value
}

function formatDue(due: string, zone: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(due) ? formatDate(Date.parse(`${due}T12:00:00Z`), zone) : due
}

function comparisonFact(figure: Figure, latest: Reading, comparison: Comparison, words: FactWords): Fact {
  const value = amountText(figure, { value: comparison.value, qualifier: 'exact' }, words.language)
  if (comparison.kind === 'usual') return { kind: 'usual', text: words.usual(value), tone: 'plain' }
  const label = comparison.label ? pick(comparison.label, words.language) : comparisonLabel(comparison, words)
  return {
    kind: 'compare',
    text: `${label} ${value}${changeText(figure, latest, comparison.value, words)}`,
    tone: 'plain',
  }
}

function comparisonLabel({ kind, asOf }: Comparison, words: FactWords): string {
  return asOf
    ? `${words.compare[kind]} (${formatPeriod(asOf, words.language, words.zone)})`
    : words.compare[kind]
}

/** The reading of the period before, for figures that are published and not measured by the minute. */
function previousFact(figure: Figure, history: readonly Reading[], words: FactWords): Fact[] {
  const [previous, latest] = history.slice(-2)
  if (!previous || !latest || latest.asOf.kind === 'instant' || previous.value === null) return []
  if (latest.compare.some(({ kind }) => kind === 'previous')) return []
  const when = formatPeriod(previous.asOf, words.language, words.zone)
  const value = amountText(figure, previous, words.language)
  const change = previous.qualifier === 'exact' ? changeText(figure, latest, previous.value, words) : ''
  return [{ kind: 'compare', text: `${when}: ${value}${change}`, tone: 'plain' }]
}

/** A difference is stated only between exact values: from "> 90 %" nobody can subtract. */
function changeText(figure: Figure, latest: Reading, from: number, { language }: FactWords): string {
  if (latest.value === null || latest.qualifier !== 'exact') return ''
  return ` (${formatChange(latest.value - from, figure.unit, language, figure.digits)})`
}

function pick(text: Text, language: Language): string {
  return text[language]
}
