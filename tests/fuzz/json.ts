import type { Chance } from './random'
import { BEYOND, oddValue } from './values'

type Keys = Record<string, unknown>
type Holder = Keys | unknown[]
/** A value in its place. */
interface Place {
  holder: Holder
  key: string | number
  value: unknown
}

/** What was done to an answer, and whether it may rightly have fewer records than before. */
export interface Change {
  what: string
  fewer: boolean
}

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null
const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const isKeys = (value: unknown): value is Keys => isHolder(value) && !Array.isArray(value)

function placesIn(root: unknown): Place[] {
  const found: Place[] = []
  const open: unknown[] = [root]
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    if (!isHolder(holder)) continue
    for (const [key, value] of Object.entries(holder)) {
      found.push({ holder, key: isList(holder) ? Number(key) : key, value })
      if (isHolder(value)) open.push(value)
    }
  }
  return found
}

function put({ holder, key }: Place, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

function remove({ holder, key }: Place): void {
  if (isList(holder) && typeof key === 'number') holder.splice(key, 1)
  else Reflect.deleteProperty(holder, key)
}

/** Every object that has a field of that name. */
const withField = (root: unknown, name: string) =>
  placesIn(root).filter(({ key, holder }) => key === name && isKeys(holder))

function rename(place: Place, name: string): void {
  remove(place)
  put({ ...place, key: name }, place.value)
}

type Mutation = (root: unknown, place: Place, chance: Chance) => Change | undefined

const change = (what: string, fewer = false): Change => ({ what, fewer })
const told = ({ key }: Place) => JSON.stringify(key)

/** Everywhere: what a new version of the source's program does. At one place: what one bad row does. */
const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  (_, place, chance) => {
    const value = oddValue(chance)
    put(place, value)
    // A place of a discriminator may rightly make a record one of another kind.
    return change(`${told(place)} becomes ${JSON.stringify(value).slice(0, 60)}`, true)
  },
  (root, place, chance) => {
    if (typeof place.key !== 'string') return undefined
    const value = oddValue(chance)
    for (const each of withField(root, place.key)) put(each, value)
    return change(`every ${told(place)} becomes ${JSON.stringify(value).slice(0, 60)}`, true)
  },
  (root, place) => {
    if (typeof place.key !== 'string') return undefined
    for (const each of withField(root, place.key)) rename(each, `${place.key}Moi`)
    return change(`every ${told(place)} is renamed`)
  },
  (root, place) => {
    if (typeof place.key !== 'string') return undefined
    for (const each of withField(root, place.key)) remove(each)
    return change(`every ${told(place)} is gone`)
  },
  (_, place) => {
    remove(place)
    return change(`one ${told(place)} is gone`, true)
  },
  (root, place) => {
    put(place, place.holder === root ? [place.value] : { data: place.value })
    return change(`${told(place)} is nested one deeper`, true)
  },
  (_, place) => {
    if (!isHolder(place.value)) return undefined
    put(place, isList(place.value) ? Object.fromEntries(place.value.entries()) : Object.values(place.value))
    return change(`${told(place)} is a list for an object, or the other way round`, true)
  },
  (_, place) => {
    if (!isList(place.value) || place.value.length === 0) return undefined
    put(place, [...place.value, ...place.value])
    return change(`every entry of ${told(place)} comes twice`, true)
  },
  (_, place, chance) => {
    if (!isList(place.holder) || typeof place.key !== 'number') return undefined
    place.holder.splice(chance.below(place.holder.length + 1), 0, oddValue(chance))
    return change(`an odd entry in a list`, true)
  },
  (_, place) => {
    if (!isList(place.value) || place.value.length < 2) return undefined
    place.value.reverse()
    return change(`${told(place)} is turned round: coordinates swapped, order upset`, true)
  },
  (root) => {
    for (const { value } of placesIn(root))
      if (isList(value) && value.length === 2 && value.every((each) => typeof each === 'number'))
        value.reverse()
    return change('every pair of numbers is swapped', true)
  },
  (root, _, chance) => {
    const factor = chance.of([1000, 0.001, -1])
    for (const each of placesIn(root)) if (typeof each.value === 'number') put(each, each.value * factor)
    return change(`every number is multiplied by ${factor}`, true)
  },
  (root) => {
    for (const each of placesIn(root)) if (typeof each.value === 'number') put(each, String(each.value))
    return change('every number is written as text', true)
  },
  (_, place) => {
    const holder = isKeys(place.holder) ? place.holder : undefined
    if (!holder) return undefined
    for (const name of ['__proto__', 'constructor', 'prototype'])
      put({ holder, key: name, value: undefined }, { polluted: 'yes', prototype: { polluted: 'yes' } })
    return change('names that reach the prototype')
  },
  (root, _, chance) => {
    const ms = chance.of([3_600_000 * 2, -86_400_000, 31_536_000_000, -600_000, 90_000])
    for (const each of placesIn(root)) {
      const at =
        typeof each.value === 'string' && /^\d{4}-\d\d-\d\dT/.test(each.value) ? Date.parse(each.value) : NaN
      if (Number.isFinite(at)) put(each, new Date(at + ms).toISOString())
      if (typeof each.value === 'number' && each.value > 1e12 && each.value < 4e12) put(each, each.value + ms)
    }
    return change(`every time is ${ms} ms off`, true)
  },
]

/** The text of a JSON answer with one to three things wrong in it. */
export function spoilJson(text: string, chance: Chance): { text: string; change: Change } {
  const answer: unknown = JSON.parse(text)
  const root = { answer }
  const changes: Change[] = []
  const wanted = 1 + chance.below(3)
  for (let tries = 0; changes.length < wanted && tries < 20; tries++) {
    const [first, ...others] = placesIn(root.answer)
    const place = first ? chance.of([first, ...others]) : { holder: root, key: 'answer', value: root.answer }
    const done = chance.of(MUTATIONS)(root.answer, place, chance)
    if (done) changes.push(done)
  }
  const spoilt = (JSON.stringify(root.answer) ?? 'null').replaceAll(`"${BEYOND}"`, '1e999')
  return {
    text: spoilt,
    change: { what: changes.map(({ what }) => what).join('; '), fewer: changes.some(({ fewer }) => fewer) },
  }
}
