import { describe, expect, it } from 'vitest'
import { plainText } from './plain'

describe('HTML as the text that a person reads', () => {
  it.each([
    ['tags', '<b onclick="x()">A</b><br/>B', 'A B'],
    ['a tag with a bracket in it', '<a title="1>2" href=x>A</a>', 'A'],
    ['script and style', 'A<script>alert(1)</script><style>b{}</style><!-- c -->B', 'A B'],
    ['a script that never ends', 'A<script>alert(1)', 'A'],
    ['a tag that never ends', 'A<img src="x onerror=alert(1)', 'A'],
    ['words around a tag in the midst', 'Kiến<i>A</i>n', 'KiếnAn'],
    ['signs that are no tags', '5 < 6 & 7 > 3, x<3', '5 < 6 & 7 > 3, x<3'],
    ['escaped tags', '&lt;b&gt;A&lt;/b&gt;', '<b>A</b>'],
    ['entities', '&#272;&#x1ED9;i &agrave;&nbsp;&ldquo;&hellip;&rdquo;&khongco;', 'Đội à “…”&khongco;'],
    ['Icelandic letters and hidden signs', '\u00d0oàn\u200b  A', 'Đoàn A'],
  ])('drops tags and puts characters for entities: %s', (_, html, text) => {
    expect(plainText(html)).toBe(text)
  })

  it.each(['<a "', "<a x='", '<!--', '<script', '<b ', '&#', '<', '<script></scrip'])(
    'comes to an end with a million letters of broken HTML: %s',
    (piece) => {
      expect(plainText(`A${piece.repeat(1_000_000 / piece.length)}`)).toMatch(/^A/)
    },
  )
})
