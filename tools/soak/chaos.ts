import type { Page } from '@playwright/test'
import * as v from 'valibot'
import { wait } from '../bench/wall'
import type { seeded } from './chance'

/**
 * Faults after which the app itself asks again within its period. Those after which it is told to wait on purpose
 * (404, 403, two refused sign-ins, five failures in a row: minutes) belong to the fault matrix, which has the time.
 */
const FAULTS: readonly [Fault, ...Fault[]] = [
  { fault: 'not-json', times: 3 },
  { fault: 'null', times: 3 },
  { fault: 'object', times: 2 },
  { fault: 'nan', times: 2 },
  { fault: 'success-false', times: 3 },
  { fault: 'latin1', times: 2 },
  { fault: 'truncate-close', times: 3 },
  { fault: 'truncate-length', times: 2 },
  { fault: 'truncate-chunk', times: 2 },
  { fault: 'reset', times: 2 },
  { fault: 'hang', times: 1 },
  { fault: 'slow-body', times: 1 },
  { fault: 'html', times: 1 },
  { fault: 'deep', times: 1 },
  { fault: 'huge', times: 1 },
  { fault: 'future', times: 3 },
  { fault: 'status', times: 3, status: 500 },
  { fault: 'status', times: 1, status: 401 },
  { fault: 'status', times: 3, status: 502 },
]

interface Fault {
  fault: string
  /** How many answers it spoils. */
  times: number
  status?: number
}

/** One fault and how its source came back. */
export interface Strike {
  source: string
  fault: string
  /** From the last spoilt answer until the source was as before, ms; undefined when it was not in time. */
  recoveredMs: number | undefined
}

const SPENT_WITHIN_MS = 60_000
/** Two periods, the deadline of an answer that never came (a period as well), and a look at the page. */
export const recoveryMs = (everyS: number) => 3_000 * everyS + 1_000

const Orders = v.array(v.unknown())
const Via = v.looseObject({ via: v.optional(v.string()), connector: v.string() })
const CityFile = v.looseObject({ id: v.string(), sources: v.record(v.string(), Via) })

/** The systems that can be struck: their path below the gateway, and the sources that read them. */
export async function targetsOf(page: Page): Promise<ReadonlyMap<string, readonly string[]>> {
  const { sources } = v.parse(CityFile, await (await page.request.get('cities/kien-an.json')).json())
  const rest = Object.entries(sources).filter(
    ([, { connector, via }]) => connector === 'rest' && via !== undefined,
  )
  const ids = Map.groupBy(rest, ([, { via }]) => via ?? '')
  return new Map([...ids].map(([path, entries]) => [path, entries.map(([id]) => id)]))
}

/** Orders one fault for one system and watches its sources come back. */
export async function strike(
  page: Page,
  targets: ReadonlyMap<string, readonly string[]>,
  pick: ReturnType<typeof seeded>,
  everyS: number,
): Promise<Strike> {
  const [first, ...others] = [...targets]
  if (!first) throw new Error('the city has no system to strike')
  const [path, ids] = pick([first, ...others])
  const { fault, times, status = 503 } = pick(FAULTS)
  await page.request.post('gw/__faults', { data: { path, fault, times, status } })
  const spent = await until(SPENT_WITHIN_MS, async () => {
    const orders = v.parse(Orders, await (await page.request.get('gw/__faults')).json())
    return orders.length === 0
  })
  const since = await page.evaluate(() => Date.now())
  const recoveredMs =
    spent === undefined ? undefined : await until(recoveryMs(everyS), () => fine(page, ids, since))
  if (spent === undefined) await page.request.delete('gw/__faults')
  return { source: ids.join(', '), fault: fault === 'status' ? `status ${status}` : fault, recoveredMs }
}

/**
 * Whether all of them have answered well since the last spoilt request came in (epoch ms of the page): before its
 * answer has failed, a source looks as well as ever.
 */
function fine(page: Page, ids: readonly string[], since: number): Promise<boolean> {
  return page.evaluate(
    ([names, from]) => {
      const { sources } = window.__toancanh?.() ?? {}
      return names.every((name) => {
        const { failures, state, lastOk = 0 } = sources?.[name] ?? {}
        return failures === 0 && state === 'live' && lastOk > from
      })
    },
    [ids, since] as const,
  )
}

/** Ms until it holds; undefined when it does not within that time. */
async function until(ms: number, holds: () => Promise<boolean>): Promise<number | undefined> {
  const began = performance.now()
  while (performance.now() - began < ms) {
    if (await holds()) return performance.now() - began
    await wait(50)
  }
  return undefined
}
