import { parse, type GenericSchema } from 'valibot'
import type { InjectionKey } from 'vue'
import type { Id } from '../city/text'
import type { Batch, Drop } from './records'

/** Why a read failed, as far as a browser can know it (faults §2.5). */
export const FAULTS = [
  'network',
  'timeout',
  'auth',
  'forbidden',
  'gone',
  'throttled',
  'server',
  'http',
  'shape',
  'parse',
  'limit',
  'refused',
] as const
export type FaultKind = (typeof FAULTS)[number]

/** A failed read. `detail` is for the source page: short, and free of secrets and personal data. */
export class SourceFault extends Error {
  readonly kind: FaultKind
  readonly status: number | undefined
  /** How long the server asked us to wait, in ms. */
  readonly retryAfterMs: number | undefined
  /** What could not be used, when that made the whole answer wrong. */
  readonly loss: Loss | undefined

  constructor(
    kind: FaultKind,
    detail: string,
    more: { status?: number; retryAfterMs?: number; loss?: Loss } = {},
  ) {
    super(detail)
    this.name = 'SourceFault'
    this.kind = kind
    this.status = more.status
    this.retryAfterMs = more.retryAfterMs
    this.loss = more.loss
  }
}

/** Records of one answer that did not get in, of how many. */
export interface Loss {
  dropped: readonly Drop[]
  of: number
}

export interface HttpRequest {
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
}

/** What an answer tells beside its body. */
export interface Exchange {
  url: string
  bytes: number
  latencyMs: number
  /** The server's clock from the Date header, epoch ms. */
  date: number | undefined
}

/** A body that passed every check of transport and content type, and is not yet checked for shape. */
export interface HttpAnswer extends Exchange {
  json: unknown
}

/** The same for XML: text, decoded as the document says it is written; empty when the source answered with nothing. */
export interface HttpText extends Exchange {
  text: string
}

/** The only way a connector reaches the network. Throws SourceFault. */
export interface Http {
  json(request: HttpRequest): Promise<HttpAnswer>
  text(request: HttpRequest): Promise<HttpText>
}

/** What a connector may know about where it runs. */
export interface ReadContext {
  http: Http
  /** Epoch ms. */
  now: number
  zone: string
  /** The area readings speak of when the record names none. */
  area: Id
  /** West, south, east, north; features just outside become suspect, those far away are dropped. */
  bounds: readonly [number, number, number, number]
  /** Resolves `via` against the city's gateway and `url` against the city file. */
  resolve(location: { via?: string | undefined; url?: string | undefined }): string
}

/** A read with its options already checked and closed over. */
export type Read = (context: ReadContext) => Promise<Batch>

/** A kind of source, as the registry sees it. */
export interface Connector {
  kind: string
  schema: GenericSchema
  /** Options that pass the schema: documentation, and the input of the tests that walk all kinds. */
  example: unknown
  /** Takes raw options that have passed `schema` and returns the read. */
  prepare(options: unknown): Read
}

/**
 * Defines a connector: it turns one wire format into records. No connector fetches, times, retries or caches
 * by itself; it drops and counts bad records and throws SourceFault when the whole answer is wrong.
 */
export function defineConnector<O>(definition: {
  kind: string
  schema: GenericSchema<unknown, O>
  example: unknown
  read(options: O, context: ReadContext): Promise<Batch>
}): Connector {
  const { kind, schema, example, read } = definition
  return {
    kind,
    schema,
    example,
    prepare(raw) {
      const options = parse(schema, raw)
      return (context) => read(options, context)
    },
  }
}

export const connectorsKey: InjectionKey<ReadonlyMap<string, Connector>> = Symbol('connectors')
