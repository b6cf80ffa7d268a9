import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { modulesNamed, type ModuleText } from '../src/city/modules'
import { readCityText, type CityReading, type Kinds } from '../src/city/read'

const FOLDER = 'public/cities'
const ORIGIN = 'https://wall.example/'

/** The file names of the shipped cities, such as `kien-an.json`. */
export function shippedFiles(): string[] {
  return globSync(`${FOLDER}/*.json`)
    .map((path) => basename(path))
    .filter((file) => !file.endsWith('.schema.json'))
    .toSorted()
}

/** A shipped city file, checked together with the modules it names. */
export function readShipped(file: string, kinds: Kinds): CityReading {
  const text = readFileSync(join(FOLDER, file), 'utf8')
  const url = `${ORIGIN}cities/${file}`
  return readCityText(text, url, kinds, moduleTexts(JSON.parse(text), url))
}

/** The texts of the modules that a city file names, from the disk. */
export function moduleTexts(json: unknown, url: string): Map<string, ModuleText> {
  return new Map(
    [...modulesNamed(json, url)].map(([id, address]): [string, ModuleText] => {
      const path = join(dirname(FOLDER), address.slice(ORIGIN.length))
      return existsSync(path)
        ? [id, { kind: 'text', text: readFileSync(path, 'utf8') }]
        : [id, { kind: 'failed', code: 'http', value: path, detail: '404' }]
    }),
  )
}
