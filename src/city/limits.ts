import * as v from 'valibot'
import { Delay } from './duration'
import { Id, Text } from './text'

/** How soon somebody must act: within minutes, the hour, the shift, or when there is time (ISA-18.2). */
export const PRIORITIES = ['critical', 'high', 'medium', 'low'] as const
export const Priority = v.picklist(PRIORITIES)
export type Priority = v.InferOutput<typeof Priority>

/**
 * When a figure raises an alarm, and what whoever sees it must know. An alarm that nobody owns or that asks for no
 * action is noise: cause and action are required, and the owner is the figure's own (faults §3.4 g).
 */
export const Limits = v.strictObject({
  /** Past it deserves a look. */
  warn: v.optional(v.number()),
  /** Past it deserves a hand. */
  alarm: v.optional(v.number()),
  /** How far back inside a limit the value must come before the alarm returns, in the figure's unit. */
  deadband: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
  /** How long the value must stay past a limit before it is announced; at once unless told. */
  on: v.optional(Delay, 'PT0S'),
  /** How long it must stay inside before the alarm returns. */
  off: v.optional(Delay, 'PT0S'),
  priority: v.optional(
    v.strictObject({ warn: v.optional(Priority, 'low'), alarm: v.optional(Priority, 'high') }),
    {},
  ),
  /** The most likely reason. */
  cause: Text,
  /** What to do first. */
  action: Text,
  /** The scene that the wall turns to; without it the first one that shows the figure. */
  scene: v.optional(Id),
})
export type Limits = v.InferOutput<typeof Limits>
