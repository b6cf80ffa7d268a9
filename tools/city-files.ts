import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'

/** Where a city file is: its address, and the folder that plays its web server when it is on this disk. */
export interface Place {
  url: string
  root: string | undefined
}

const DISK = 'http://city.invalid'

/** Where what a person typed leads: an http(s) address, or a file on this disk. */
export function placeOf(address: string): Place {
  if (/^https?:\/\//i.test(address)) return { url: address, root: undefined }
  const file = resolve(address)
  const folder = dirname(file)
  // One folder up, because a city file may name things beside its own folder (`../gw/`).
  return { url: `${DISK}/${encodeURIComponent(basename(folder))}/${basename(file)}`, root: dirname(folder) }
}

/** A fetch that reads files beside the city file from the disk and everything else from the network. */
export function cityFetch({ root }: Place): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    if (root === undefined || url.origin !== DISK) return fetch(request)
    const path = join(root, decodeURIComponent(url.pathname))
    if (!path.startsWith(root.endsWith(sep) ? root : root + sep) || !existsSync(path)) {
      return new Response(null, { status: 404 })
    }
    return new Response(await readFile(path), { headers: { 'content-type': 'application/json' } })
  }
}
