import * as v from 'valibot'
import { defineConnector, SourceFault } from '../contract'
import { createGatherer } from '../gather'
import { Unreadable } from '../mapping/field'
import { address, oneAddress, requestEntries } from '../mapping/request'
import { Firing, isFiring, readAlert } from '../prometheus/alert'
import { matches, readSample, Series, Vector } from '../prometheus/sample'
import { ALERT_SEVERITIES } from '../records'
import { redact } from '../redact'

/** Rules that always fire, to prove that alerting works, and helpers that ask nobody for anything. */
const ALWAYS_FIRING = ['Watchdog', 'DeadMansSwitch', 'InfoInhibitor']

const schema = v.pipe(
  v.strictObject({
    ...requestEntries,
    /** Which severity each value of the label `severity` means, beside the usual words. */
    severity: v.optional(v.record(v.string(), v.picklist(ALERT_SEVERITIES)), {}),
    /** Alerts by name that are not shown. */
    ignore: v.optional(v.array(v.string()), ALWAYS_FIRING),
    /** The label that says where. */
    place: v.optional(v.string()),
    /** What the series of an instant query are. */
    series: v.optional(v.array(Series), []),
  }),
  oneAddress(),
)

const Envelope = v.looseObject({
  status: v.picklist(['success', 'error']),
  data: v.optional(
    v.looseObject({
      alerts: v.optional(v.array(v.unknown())),
      resultType: v.optional(v.string()),
      result: v.optional(v.array(v.unknown())),
    }),
  ),
  error: v.optional(v.string(), ''),
  errorType: v.optional(v.string(), ''),
  warnings: v.optional(v.array(v.string()), []),
})

/** An answer of one of the three interfaces, told apart by its shape. */
type Answer =
  | { kind: 'alerts'; alerts: readonly unknown[] }
  | { kind: 'series'; series: readonly unknown[]; warnings: readonly string[] }

function answerOf(json: unknown): Answer {
  if (Array.isArray(json)) return { kind: 'alerts', alerts: json }
  const read = v.safeParse(Envelope, json)
  if (!read.success)
    throw new SourceFault('shape', `not an answer of Prometheus: ${redact(JSON.stringify(json))}`)
  const { status, data, error, errorType, warnings } = read.output
  if (status === 'error') throw new SourceFault('shape', redact(`${errorType}: ${error}`))
  if (data?.alerts) return { kind: 'alerts', alerts: data.alerts }
  const { resultType, result } = data ?? {}
  if (resultType === 'scalar' && result)
    return { kind: 'series', series: [{ metric: {}, value: result }], warnings }
  if ((resultType === 'vector' || resultType === 'matrix') && result)
    return { kind: 'series', series: result, warnings }
  throw new SourceFault('shape', 'neither alerts nor the result of an instant query')
}

function checked<S extends v.GenericSchema>(shape: S, record: unknown): v.InferOutput<S> {
  const read = v.safeParse(shape, record)
  if (read.success) return read.output
  const [issue] = read.issues
  throw new Unreadable(v.getDotPath(issue) ?? '$', issue.message, record)
}

/** Prometheus' own alerts, those of Alertmanager, and the values of an instant query (domain.md §3.2 (7)). */
export default defineConnector({
  kind: 'prometheus',
  schema,
  example: { via: 'prometheus/api/v1/alerts', severity: { thap: 'minor' } },
  async read(options, context) {
    const url = address(context.resolve(options), options.query, context)
    const { json, url: from } = await context.http.json({ url, headers: options.headers })
    const gather = createGatherer()
    if (json === undefined) return gather.batch()
    const answer = answerOf(json)
    let others = 0
    if (answer.kind === 'alerts') {
      for (const [index, record] of answer.alerts.entries()) {
        const read = v.safeParse(Firing, record)
        if (read.success && !isFiring(read.output, options.ignore)) others++
        else gather.alert(`alert ${index}`, record, () => readAlert(checked(Firing, record), options, from))
      }
    } else {
      for (const series of options.series)
        for (const [index, record] of answer.series.entries()) {
          const read = v.safeParse(Vector, record)
          if (read.success && !matches(read.output, series.where)) continue
          gather.reading(`series ${index}`, record, () =>
            readSample(checked(Vector, record), series, context.area, answer.warnings),
          )
        }
    }
    const batch = gather.batch()
    return { ...batch, total: batch.total + others }
  },
})
