import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Writes `version.json` beside `index.html`, and the same build id into a meta element of it: a running page compares
 * the two (src/upkeep). `files` has the bytes of everything the page may load, so that a deploy that is half copied,
 * cut short or answered with a login page is seen before anybody reloads into it.
 */
export function buildFile(version: string): Plugin {
  let build = ''
  return {
    name: 'build-file',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        // File names bear the hash of what is in them.
        const names = Object.keys(bundle).toSorted().join('\n')
        build = createHash('sha256').update(names).update(html).digest('hex').slice(0, 12)
        return [{ tag: 'meta', attrs: { name: 'build', content: build }, injectTo: 'head' }]
      },
    },
    writeBundle({ dir = 'dist' }, bundle) {
      const files = Object.values(bundle).flatMap((file): [string, number][] => {
        const content = file.type === 'chunk' ? file.code : file.source
        return /\.(js|css)$/.test(file.fileName) ? [[file.fileName, Buffer.byteLength(content)]] : []
      })
      const record = { version, build, time: new Date().toISOString(), files: Object.fromEntries(files) }
      writeFileSync(join(dir, 'version.json'), `${JSON.stringify(record, null, 1)}\n`)
    },
  }
}
