import { describe, expect, it } from 'vitest'
import { SourceFault } from './contract'
import { decodeXml } from './charset'
import { elements, parseXml, textOf } from './xml'

function faultOf(read: () => unknown): SourceFault | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (error instanceof SourceFault) return error
    throw error
  }
}

describe('an XML document', () => {
  it('gives its elements, attributes and texts as written', () => {
    const root = parseXml(
      '\n<?xml version="1.0"?><!-- a > b --><rss a="1 &lt; 2" b=\'"\'><t><![CDATA[<b>x</b> & y]]> &amp;&#272;&#x1ED9;</t><t/></rss>\n',
    )
    expect([...root.attributes]).toEqual([
      ['a', '1 < 2'],
      ['b', '"'],
    ])
    expect(elements(root, 't').map(textOf)).toEqual(['<b>x</b> & y &Độ', ''])
  })

  it.each([
    ['a tag that is not closed', '<a><b>x</a>'],
    ['an end before its end', '<a><b>x'],
    ['an end within a tag', '<a x="1'],
    ['an end within a CDATA section', '<a><![CDATA[x</a>'],
    ['an end within a comment', '<a><!-- x</a>'],
    ['two roots', '<a/><b/>'],
    ['text beside the root', 'x<a/>'],
    ['no root', '<!-- x -->'],
    ['an attribute without quotes', '<a x=1/>'],
    ['an attribute twice', '<a x="1" x="2"/>'],
    ['a bare ampersand', '<a>Sở A & B</a>'],
    ['an entity of HTML', '<a>&nbsp;</a>'],
    ['a number that is no character', '<a>&#xD800;</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['a sign for less in a text', '<a>1 < 2</a>'],
    ['a declaration out of place', '<a><!ENTITY x "y"></a>'],
    ['sixty levels', '<a>'.repeat(61) + '</a>'.repeat(61)],
  ])('is refused for %s', (_, text) => {
    expect(faultOf(() => parseXml(text))?.kind).toBe('parse')
  })

  it.each([
    ['an outer file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['a billion laughs', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&c;&c;">]><a>&b;</a>'],
    ['a document type alone', '<!-- x --><!doctype rss><rss/>'],
  ])('never reads a document type: %s', (_, text) => {
    expect(faultOf(() => parseXml(text))).toMatchObject({ kind: 'refused', message: /DOCTYPE/ })
  })

  it('is refused for megabytes of broken tags', () => {
    expect(faultOf(() => parseXml(`<a>${'<b x="'.repeat(500_000)}`))?.kind).toBe('parse')
    expect(faultOf(() => parseXml(`<a>${'&#'.repeat(500_000)}`))?.kind).toBe('parse')
    expect(faultOf(() => parseXml(`<a ${'x '.repeat(500_000)}`))?.kind).toBe('parse')
  })
})

describe('the encoding of an XML document', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text)
  const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  const utf16 = (text: string, ...mark: number[]) =>
    Uint8Array.from([
      ...mark,
      ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    ])

  it.each([
    ['UTF-8 without a word', utf8('<a>Đồng Hòa</a>'), 'text/xml', '<a>Đồng Hòa</a>'],
    ['UTF-8 with its mark', utf8('\ufeff<a>Đ</a>'), 'text/xml', '<a>Đ</a>'],
    ['UTF-16 by its mark', utf16('<a>Đ</a>', 0xff, 0xfe), 'text/xml', '<a>Đ</a>'],
    ['UTF-16 by its first signs', utf16('<?xml version="1.0" encoding="utf-16"?><a>Đ</a>'), 'text/xml', /Đ/],
    [
      'windows-1258 by declaration',
      latin('<?xml version="1.0" encoding="windows-1258"?><a>\u00d0</a>'),
      'text/xml',
      /Đ/,
    ],
    ['windows-1258 by content type', latin('<a>\u00d0</a>'), 'text/xml; charset=windows-1258', /Đ/],
    [
      'UTF-8 that the server calls Latin',
      utf8('<?xml version="1.0" encoding="utf-8"?><a>Đ</a>'),
      'text/xml; charset=iso-8859-1',
      /Đ/,
    ],
  ])('is read: %s', (_, bytes, type, text) => {
    const decoded = decodeXml(bytes, type)
    if (typeof text === 'string') expect(decoded).toBe(text)
    else expect(decoded).toMatch(text)
  })

  it.each([
    ['UTF-8 that breaks', Uint8Array.of(0x3c, 0xc3, 0x28), 'text/xml'],
    ['Latin letters without a word', latin('<a>\u00e0</a>'), 'text/xml'],
    [
      'UTF-8 declared as a one-byte encoding',
      utf8('<?xml version="1.0" encoding="windows-1252"?><a>Đ</a>'),
      'text/xml',
    ],
    ['an encoding that does not exist', utf8('<?xml version="1.0" encoding="tcvn-9"?><a>x</a>'), 'text/xml'],
    [
      'two that differ',
      latin('<?xml version="1.0" encoding="windows-1258"?><a>\u00d0</a>'),
      'text/xml; charset=windows-1252',
    ],
  ])('is refused: %s', (_, bytes, type) => {
    expect(faultOf(() => decodeXml(bytes, type))?.kind).toBe('parse')
  })
})
