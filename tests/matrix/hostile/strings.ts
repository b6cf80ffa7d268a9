import { hash } from '../../../src/sources/hash'

/** What somebody who owns one of the city's systems could write into it (faults §4, row 63). */
const HOSTILE: readonly [string, ...string[]] = [
  '<script>window.pwn=1</script>',
  '<img src=x onerror="window.pwn=1">',
  '<svg onload="window.pwn=1"><a xlink:href="javascript:window.pwn=1">x</a></svg>',
  'javascript:window.pwn=1',
  ' \tjavascript:window.pwn=1',
  'data:text/html,<script>parent.pwn=1</script>',
  '//ke-xau.example/x',
  '"><iframe srcdoc="<script>parent.pwn=1</script>">',
  "';window.pwn=1;//",
  '{{constructor.constructor("window.pwn=1")()}}',
  '${window.pwn=1}',
  '</style><style>*{display:none!important}</style>',
  'expression(window.pwn=1);background:url(javascript:window.pwn=1)',
  '\u202e\u2066gnap iơm iờưgn\u2069',
  'V̷̛̩ì̸̱ẹ̷̛t̵̨̛ ̸̛N̷̛a̵̛m̸̛ ử̷̧ữ̶̛ậ̷̛',
  '👩‍👩‍👧‍👦🇻🇳🏴󠁧󠁢󠁥󠁮󠁧󠁿🔥'.repeat(20),
  'PhườngKhôngCóKhoảngTrắng'.repeat(420),
  'Phường Quán Trữ có tên rất dài '.repeat(330),
  'a\u0000\u0007\u001b[31m\ud800',
  '__proto__',
]

/** The same text is always spoilt alike, so that records that name each other still do; no two are alike. */
export function hostile(text: string, key: string): string {
  const number = hash(`${key} ${text}`)
  return `${HOSTILE[number % HOSTILE.length] ?? HOSTILE[0]} ${number.toString(36)}`
}

/** A JSON text with the strings of those fields spoilt. */
export function spoilFields(text: string, fields: ReadonlySet<string>): string {
  const spoil = (key: string, value: unknown): unknown => {
    if (typeof value === 'string' && fields.has(key)) return hostile(value, key)
    // The entries of a list of texts belong to the list's own field.
    return Array.isArray(value)
      ? value.map((each) => (typeof each === 'string' ? spoil(key, each) : each))
      : value
  }
  return JSON.stringify(JSON.parse(text, spoil))
}

const TEXTS =
  /<((?:\w+:)?(?:title|description|summary|content|name|author|creator|category|publisher|source|guid|id|link|headline|instruction|areaDesc|senderName|web|contact))([^>]*)>([^<]+)<\//g

/** An XML text with what stands in its elements for people spoilt. */
export function spoilXml(text: string): string {
  const inXml = (raw: string) =>
    // XML itself has no control characters and no half ones; what has them never comes this far.
    raw
      .replace(/[\p{Cc}\p{Cs}]/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
  return text
    .replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_, inner: string) => inXml(inner))
    .replace(
      TEXTS,
      (_, name: string, rest: string, inner: string) => `<${name}${rest}>${inXml(hostile(inner, name))}</`,
    )
}

/** The names of all fields that hold texts. */
export function textFields(text: string): string[] {
  const names = new Set<string>()
  JSON.parse(text, (key, value: unknown) => {
    const texts = Array.isArray(value) ? value : [value]
    if (key !== '' && !/^\d+$/.test(key) && texts.some((each) => typeof each === 'string')) names.add(key)
    return value
  })
  return [...names]
}
