import { parse, type GenericSchema } from 'valibot'
import type { Component, InjectionKey } from 'vue'
import type { Figure } from '../city/figure'
import type { City } from '../city/schema'
import type { Id } from '../city/text'
import type { Severity } from '../alarms/severity'
import type { FigureReadings } from '../sources/figures'
import type { Case, Feature, Item, Post } from '../sources/records'

/** A figure as a panel meets it: definition, readings and the judgement of its newest one. */
export interface FigureData extends FigureReadings {
  figure: Figure & { id: Id }
  severity: Severity
}

/** What a frame hands its panel: never a store, never a source. */
export interface PanelData {
  /** The city file, for names of areas, organisations and documents, and its time zone. */
  city: City
  /** The day whose borders are shown, `2023-12-31`. */
  day: string
  /** When the newest of its data was read, epoch ms: the panel's only clock. */
  readAt: number
  figures: readonly FigureData[]
  items: readonly Item[]
  features: readonly Feature[]
  cases: readonly Case[]
  posts: readonly Post[]
}

/** What a panel needs from the city, found in its options when the city file is read. */
export interface PanelNeeds {
  figures: readonly Id[]
  /** Sources read whole, for lists and tables; figures bring their own. */
  sources: readonly Id[]
}

export interface BoundPanel {
  component: Component
  options: unknown
  needs: PanelNeeds
}

export interface PanelKind {
  kind: string
  schema: GenericSchema
  example: unknown
  /** Takes raw options that have passed `schema`. */
  prepare(options: unknown): BoundPanel
}

/**
 * Defines a panel kind. Its component takes `options` (the schema's output) and `data` (PanelData) and draws
 * data only: the frame draws title, state, age and severity.
 */
export function definePanel<O>(definition: {
  kind: string
  schema: GenericSchema<unknown, O>
  example: unknown
  needs(options: O): Partial<PanelNeeds>
  component: Component
}): PanelKind {
  const { kind, schema, example, needs, component } = definition
  return {
    kind,
    schema,
    example,
    prepare(raw) {
      const options = parse(schema, raw)
      return { component, options, needs: { figures: [], sources: [], ...needs(options) } }
    },
  }
}

export const panelKindsKey: InjectionKey<ReadonlyMap<string, PanelKind>> = Symbol('panel kinds')
