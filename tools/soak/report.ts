import { seen } from '../bench/memory'
import type { Row } from '../bench/report'
import { recoveryMs } from './chaos'
import type { SoakGrowth } from './growth'
import type { Outcome } from './run'

/** Panels that come and go with the data move a slope by this much; the plant adds 1. */
const NOISE = 0.02
/** Above the control, B per update (faults §5.1). */
const HEAP_BUDGET = 100

/** What was measured beside its goals; every row is a count or a slope, and past its goal the soak has failed. */
export function rowsOf({ app, control, planted, strikes, updates, draws, everyS }: Outcome): Row[] {
  const slow = strikes.filter(({ recoveredMs }) => recoveredMs === undefined)
  return [
    ...slopes('app', app, control),
    ...slopes('control', control),
    ...slopes('leak planted', planted),
    {
      part: 'leak planted',
      name: 'leak overlooked: this run is void',
      value: Number(!seen(app, planted)),
      unit: '',
      atMost: 0,
      firm: true,
    },
    {
      part: 'chaos',
      name: `not back within ${recoveryMs(everyS) / 1000} s, of ${strikes.length} faults`,
      value: slow.length,
      unit: '',
      atMost: 0,
      firm: true,
    },
    { part: 'drawn', name: 'chart draws', value: draws.charts / updates, unit: 'per update' },
    { part: 'drawn', name: 'map frames', value: draws.map / updates, unit: 'per update' },
  ]
}

function slopes(
  part: string,
  { nodes, listeners, heapBytes, usedBytes }: SoakGrowth,
  control?: SoakGrowth,
): Row[] {
  const none = control ? { atMost: NOISE, firm: true } : {}
  const heap = control ? { atMost: Math.max(0, control.heapBytes) + HEAP_BUDGET, firm: true } : {}
  return [
    { part, name: 'DOM nodes', value: nodes, unit: 'per update', ...none },
    { part, name: 'listeners', value: listeners, unit: 'per update', ...none },
    { part, name: 'JS heap, data', value: heapBytes, unit: 'B per update', ...heap },
    { part, name: 'JS heap with compiled code', value: usedBytes, unit: 'B per update' },
  ]
}

/** The sentence that faults §6.1 asks for, and what no table holds. `weekly`: updates of a week as shipped. */
export function summary({ updates, hours, strikes, memory }: Outcome, weekly: number): string {
  const figure = (value: number) => value.toFixed(value < 10 ? 2 : 0)
  const kinds = [...memory.last].map(
    ([kind, mb]) => `${kind} ${figure(memory.first.get(kind) ?? 0)} → ${figure(mb)} MB`,
  )
  return [
    `${updates} updates = ${figure(updates / weekly)} weeks of updates at the shipped intervals; ${figure(hours)} h of real time.`,
    `Map in real time only: ${figure(hours)} h. Video: none, nothing of it was tried.`,
    `Memory (PSS) from the end of the warm-up to the end: ${kinds.join(', ')}.`,
    `Faults, each with the time until its sources were as before:`,
    ...strikes.map(
      ({ source, fault, recoveredMs }) =>
        `  ${fault} → ${source}: ${recoveredMs === undefined ? 'NOT BACK' : `${figure(recoveredMs / 1000)} s`}`,
    ),
  ].join('\n')
}
