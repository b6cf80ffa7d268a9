import { ownBuild, readBuild } from './build'

/**
 * Loads every script and style of the running build, so that a deploy that takes the old files away can break nothing
 * of a page that stays open for weeks (row 56). Loaded and not run: the browser keeps a module for as long as the page.
 */
export async function holdBuild(fetch: typeof globalThis.fetch): Promise<void> {
  const base = new URL('./', location.href).href
  const found = await readBuild(fetch, base)
  if (found === undefined || found.build !== ownBuild()) return
  for (const path of Object.keys(found.files)) {
    const link = document.createElement('link')
    link.rel = path.endsWith('.css') ? 'stylesheet' : 'modulepreload'
    link.href = new URL(path, base).href
    if (!document.querySelector(`link[href="${CSS.escape(path)}"], link[href="${link.href}"]`))
      document.head.append(link)
  }
}
