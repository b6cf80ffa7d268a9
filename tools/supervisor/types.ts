/** What the parts of the supervisor tell each other. Types alone: nothing of this file is loaded on a kiosk. */

/** What can be wrong, the worst first. */
export type Trouble =
  | 'browser-gone'
  | 'crashed'
  | 'hung'
  | 'no-app'
  | 'no-heartbeat'
  | 'not-painting'
  | 'memory'
  | 'webgl-gone'
  | 'map-stuck'

/** What can be done about it, the mildest first. */
export type Remedy = 'redraw' | 'reload' | 'tab' | 'browser' | 'reboot'

/** `load` opens the app from the waiting card; `wait` and `card` show our own page in place of the app. */
export type Step = Remedy | 'load' | 'wait' | 'card'

/** Whether the address gives the app: `refused` is an answer that is something else, such as a login page. */
export type Server = 'reachable' | 'refused' | 'unreachable'

/** What the page says of itself. */
export interface Look {
  /** `refused`: the app explains what is wrong with the city file, and asks for it again by itself. */
  app: 'running' | 'refused' | 'none'
  /** Changes while the app's own timer and rendering run. */
  beat: string
  /** A fingerprint of the clock's pixels; undefined when none could be taken. */
  picture: string | undefined
  /** Whether there is a clock whose pixels should change. */
  clock: boolean
  /** `gone`: drawn without WebGL because the browser has none any more; `simple`: for another reason. */
  map: 'drawn' | 'simple' | 'gone' | 'none'
  /** Alarms of high or critical priority that nobody has acknowledged: no planned restart may hide them. */
  alarms: number
}

export interface Observation {
  browser: 'running' | 'gone'
  /** The renderer of our tab died since the last check. */
  crashed: boolean
  /** Undefined when the page gave no answer in time. */
  page: Look | undefined
  /** Bytes of the renderers and the GPU process together; undefined when it cannot be read. */
  memory: number | undefined
  /** Process ids of the renderers, for the report. */
  renderers: readonly number[]
  /** Process id; another one means that the GPU process was restarted. */
  gpu: number | undefined
  /** Asked for only when a step depends on it. */
  server?: Server
  /** The machine's own time of day, `03:30`. */
  time: string
}

/** Times in ms. */
export interface Limits {
  /** What a page may take to start before it is judged again. */
  grace: number
  /** Without an answer for this long, the page hangs. */
  hung: number
  /** Heartbeat unchanged, or no app, for this long. */
  beat: number
  /** The clock's pixels unchanged for this long. */
  picture: number
  /** Well for this long: the next trouble begins at the mildest remedy again. */
  settled: number
  /** A longer gap between two checks: the machine slept, and the page with it. */
  slept: number
  /** Bytes of renderers and GPU process. */
  memory: number
  reloadsPerHour: number
  /** New tabs and new browsers together. */
  renewalsPerHour: number
  rebootsPerDay: number
  /** `03:30`: a restart each night, reported; undefined: none. */
  nightly: string | undefined
}

export interface Act {
  at: number
  step: Remedy
  for: Trouble | 'planned'
}

/** A trouble that is being dealt with, until the page was well for `settled`. */
export interface Incident {
  trouble: Trouble
  since: number
  /** When it was last seen, and whether it is seen now. */
  seen: number
  open: boolean
  /** What was tried, oldest first. */
  acts: readonly Act[]
}

export interface State {
  /** What is on the screen: the app, the card that waits for the server, or the card that asks for service. */
  phase: 'watching' | 'waiting' | 'service'
  since: number
  checked: number
  /** Until then a page that starts is not judged. */
  quiet: number
  answered: number
  alive: number
  beat: { value: string; at: number }
  picture: { value: string | undefined; at: number }
  gpu: number | undefined
  /** The map was drawn with WebGL in this browser. */
  webgl: boolean
  browserSince: number
  incident: Incident | undefined
  /** Of the last day, oldest first. */
  acts: readonly Act[]
  /** Lasting things that were reported once. */
  told: readonly string[]
}

export interface Event {
  event: string
  [more: string]: unknown
}

/** `probe`: ask the server, then decide again with its answer. */
export interface Decision {
  state: State
  step: Step | 'probe' | undefined
  events: readonly Event[]
}
