import { spoilJson, type Change } from './json'
import type { Chance } from './random'
import { NEVER, oddText } from './values'

/** A body as it comes over the wire. */
export interface Body {
  type: string
  bytes: Uint8Array
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) =>
  Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]))
const latin1 = (text: string) => Uint8Array.from([...text].map((c) => c.charCodeAt(0) & 255))

/** What a proxy, a full disk or a wrong setting does to any text. */
const RAW: readonly [
  (body: Body, text: string, chance: Chance) => [Body, string],
  ...((body: Body, text: string, chance: Chance) => [Body, string])[],
] = [
  (body, text, chance) => [{ ...body, bytes: utf8(text.slice(0, chance.below(text.length + 1))) }, 'cut off'],
  (body, _, chance) => [
    { ...body, bytes: body.bytes.slice(0, chance.below(body.bytes.length + 1)) },
    'cut within a character',
  ],
  (body, text) => [{ ...body, bytes: utf16(text) }, 'UTF-16 without a mark'],
  (body, text) => [{ ...body, bytes: latin1(text) }, 'Latin-1'],
  (body, text) => [{ ...body, bytes: utf8(`\ufeff${text}`) }, 'with a byte order mark'],
  (body, text) => [{ ...body, bytes: utf8(text + text) }, 'sent twice'],
  (body, text, chance) => {
    const at = chance.below(text.length + 1)
    const odd = oddText(chance)
    // Within a longer text it is the source's own word, which the app shows as it is.
    const put = NEVER.test(odd) ? '' : odd
    return [
      {
        ...body,
        bytes: utf8(text.slice(0, at) + put + text.slice(at)),
      },
      'odd text in the middle',
    ]
  },
  (body) => [{ ...body, type: 'text/html; charset=utf-8' }, 'called HTML'],
  (body, text) => [
    { type: body.type.replace(/;.*$/, '; charset=windows-1258'), bytes: utf8(text) },
    'called windows-1258',
  ],
  (body) => [{ ...body, bytes: utf8('[') }, 'one bracket'],
  (body) => [{ ...body, bytes: utf8('['.repeat(20_000)) }, 'nested 20,000 deep'],
  (body) => [{ ...body, bytes: utf8('\u0000'.repeat(1_000)) }, 'zeros'],
]

/** What is done to XML: cut, entities, document types, CDATA, wrong character sets, other namespaces. */
const XML: readonly [
  (text: string, chance: Chance) => [string, string],
  ...((text: string, chance: Chance) => [string, string])[],
] = [
  (text) => [
    text.replace(/^(<\?xml[^>]*>)?/, '$1<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'),
    'a DOCTYPE with entities',
  ],
  (text, chance) => [insert(text, '&xxe;', chance), 'an entity nobody defined'],
  (text, chance) => [insert(text, '&#0;', chance), 'a character that XML does not have'],
  (text, chance) => [
    insert(text, '<![CDATA[<script>window.pwn=1</script>]]>', chance),
    'CDATA with a script',
  ],
  (text) => [text.replaceAll('<![CDATA[', '').replaceAll(']]>', ''), 'without CDATA marks'],
  (text) => [text.replace(/encoding="[^"]*"/, 'encoding="windows-1258"'), 'declared as windows-1258'],
  (text) => [text.replace(/<(\w+)/, '<x:$1 xmlns:x="urn:khac"'), 'another prefix at the root'],
  (text, chance) => {
    const names = [...new Set([...text.matchAll(/<([a-zA-Z]\w*)/g)].map(([, name = '']) => name))]
    const [first = 'item', ...others] = names
    const name = chance.of([first, ...others])
    return [
      text.replaceAll(`<${name}`, `<${name}Moi`).replaceAll(`</${name}`, `</${name}Moi`),
      `every <${name}> is renamed`,
    ]
  },
  (text, chance) => {
    const value = oddText(chance)
    return [
      text.replace(/(<(\w+)>)[^<]+(<\/\2>)/g, (whole: string, open: string, _: string, close: string) =>
        chance.next() < 0.3 ? open + escape(value) + close : whole,
      ),
      'odd text in elements',
    ]
  },
  (text) => [text.replace(/<(pubDate|updated|published|sent)>[^<]*/g, '<$1>hôm qua'), 'dates in words'],
  (text) => [
    text.replace(/<(\w+)>([^<]+)<\/\1>/, `${'<a>'.repeat(500)}$2${'</a>'.repeat(500)}`),
    'nested 500 deep',
  ],
]

const insert = (text: string, what: string, chance: Chance) => {
  const at = chance.below(text.length + 1)
  return text.slice(0, at) + what + text.slice(at)
}
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The answer with something wrong in it, and in words what. */
export function spoil(body: Body, chance: Chance): { body: Body; change: Change } {
  const text = new TextDecoder().decode(body.bytes)
  if (chance.next() < 0.15) {
    const [spoilt, what] = chance.of(RAW)(body, text, chance)
    return { body: spoilt, change: { what, fewer: true } }
  }
  if (/json/.test(body.type)) {
    const { text: spoilt, change } = spoilJson(text, chance)
    return { body: { ...body, bytes: utf8(spoilt) }, change }
  }
  const [spoilt, what] = /xml/.test(body.type) ? chance.of(XML)(text, chance) : spoilLines(text, chance)
  return { body: { ...body, bytes: utf8(spoilt) }, change: { what, fewer: true } }
}

/** Text in lines, such as Prometheus writes. */
function spoilLines(text: string, chance: Chance): [string, string] {
  const lines = text.split('\n')
  const at = chance.below(lines.length)
  const line = lines[at] ?? ''
  const value = oddText(chance)
  const ways: readonly [[string, string], ...[string, string][]] = [
    [line.replace(/\S+$/, value), 'an odd last word'],
    [line.replace(/^\w+/, `${line.slice(0, 4)}_moi`), 'another first word'],
    [`${line}\n${line}`, 'a line twice'],
    [line.replaceAll('"', ''), 'no quotes'],
    [line.slice(0, chance.below(line.length + 1)), 'a line cut off'],
    [insert(line, '\\', chance), 'a stray backslash'],
  ]
  const [spoilt, what] = chance.of(ways)
  return [lines.with(at, spoilt).join('\n'), what]
}
