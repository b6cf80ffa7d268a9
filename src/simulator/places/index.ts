import type { Place } from '../place'

/** Every city that can be played, found by its folder: a new folder is a new city. */
const FOUND = Object.values(import.meta.glob<Place>('./*/index.ts', { eager: true, import: 'default' }))

export const PLACES: ReadonlyMap<string, Place> = new Map(FOUND.map((place) => [place.id, place]))
