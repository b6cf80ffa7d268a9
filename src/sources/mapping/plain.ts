import { normalise } from './normalise'

/** Elements whose content is not text for people. */
const HIDDEN =
  /<(script|style|template|noscript|svg|math|object|iframe|head)\b[^>]*(?:>|$)[^]*?(?:<\/\1\s*>|$)/gi
const COMMENT = /<!--[^]*?(?:-->|$)/g
/** Every alternative ends at the end of the text too, so that a broken tag costs one pass and never two. */
const TAG = /<(?:[!?][^>]*(?:>|$)|\/?([a-z][\w:-]*)(?:[^>"']+|"[^"]*(?:"|$)|'[^']*(?:'|$))*(?:>|$))/gi
/** Tags within a word or a sentence; all others stand between two words. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code em font i ins kbd mark o:p q s small span st1 strong sub sup tt u wbr'.split(
    ' ',
  ),
)

/** The characters 160–255 in order, by their HTML names. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  )
/** The others that Vietnamese and English texts have. */
const OTHERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  bull: '•',
  hellip: '…',
  permil: '‰',
  prime: '′',
  euro: '€',
  trade: '™',
  minus: '−',
  le: '≤',
  ge: '≥',
  ne: '≠',
  asymp: '≈',
  rarr: '→',
  larr: '←',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '',
  zwj: '',
  abreve: 'ă',
  Abreve: 'Ă',
  dstrok: 'đ',
  Dstrok: 'Đ',
  itilde: 'ĩ',
  Itilde: 'Ĩ',
  utilde: 'ũ',
  Utilde: 'Ũ',
}
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...LATIN.map((name, i): [string, string] => [name, String.fromCharCode(160 + i)]),
  ...Object.entries(OTHERS),
])
const ENTITY = /&(?:([a-z]\w*)|#(\d{1,7})|#x([\da-f]{1,6}));/gi

/**
 * What a person reads of a piece of HTML: tags, comments, scripts and styles dropped, entities put as characters, one
 * line. The result is text and stays text: `&lt;b&gt;` becomes the three letters, and nobody parses them again.
 */
export function plainText(html: string): string {
  const bare = html.includes('<')
    ? html
        .replace(HIDDEN, ' ')
        .replace(COMMENT, '')
        .replace(TAG, (_, name?: string) => (INLINE.has(name?.toLowerCase() ?? '') ? '' : ' '))
    : html
  return oneLine(
    bare.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return ENTITIES.get(name) ?? whole
      return character(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) ?? whole
    }),
  )
}

/** Text as we keep it, on one line. */
export const oneLine = (text: string) => normalise(text.replace(/[\s\u00a0]+/g, ' '))

const character = (code: number) =>
  code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined
