import { describe, expect, it } from 'vitest'
import { safetyProblems } from './check-safety'
import { safeUrl } from './url'

const BASE = 'https://wall.example/cities/a.json'

describe('safeUrl', () => {
  it.each([
    ['https://data.example/a?b=1', 'https://data.example/a?b=1'],
    ['http://10.0.0.5:8080/x', 'http://10.0.0.5:8080/x'],
    ['mailto:office@example.vn', 'mailto:office@example.vn'],
    ['data/areas.geojson', 'https://wall.example/cities/data/areas.geojson'],
    ['../gw/', 'https://wall.example/gw/'],
    ['/gw/onestop', 'https://wall.example/gw/onestop'],
  ])('follows %s', (address, followed) => {
    expect(safeUrl(address, BASE)).toBe(followed)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \tjavascript:alert(1)',
    'java\nscript:alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'blob:https://wall.example/1',
    'ws://wall.example/',
    '//evil.example/x',
    '\\\\evil.example\\x',
    '/\\evil.example',
    'https:evil.example',
    'https:///evil.example',
    'https://evil。example/',
    'https://evil．example/',
    'https://user:word@data.example/',
    'https://user@data.example/',
    'http://',
    'https://a b.example/',
  ])('does not follow %j', (address) => {
    expect(safeUrl(address, BASE)).toBeUndefined()
  })
})

describe('the search for secrets and scripts (row 64)', () => {
  it.each([
    { password: 'x' },
    { Authorization: 'x' },
    { headers: { 'X-Api-Key': 'x' } },
    { apiKey: 'x' },
    { access_token: 'x' },
    { clientSecret: 'x' },
    { deep: [{ token: 123 }] },
    { header: 'Bearer abcdefgh12345678' },
    { header: 'Basic dXNlcjpwYXNz' },
    { any: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x' },
    { url: 'rtsp://admin:12345@10.0.0.9/stream1' },
    { url: 'https://a.example/?api_key=1234' },
    { url: 'https://a.example/tiles?x=1&key=abcd' },
    { form: 'user=a;password=b' },
    { pem: '-----BEGIN RSA PRIVATE KEY-----' },
    { link: 'java\tscript:alert(1)' },
    { link: 'data:text/html;base64,AAAA' },
    { text: 'hello <script src=x>' },
    JSON.parse('{"__proto__": {"a": 1}}'),
    { constructor: { prototype: {} } },
  ])('finds one in %j', (value) => {
    expect(safetyProblems(value)).toMatchObject([{ severity: 'file' }])
  })

  it.each([
    { figures: { token: { name: 'a figure whose id happens to be token' } } },
    { path: '$.token' },
    { text: 'Thay mật khẩu mỗi 90 ngày; token, secret và password không ghi ở đây.' },
    { url: 'https://a.example/data?keyword=onestop' },
    { url: 'mailto:ubnd@kienan.example.vn' },
    { unit: '%', value: 'data: 92,4%' },
    { keys: ['monkey', 'turkey'] },
  ])('leaves ordinary text alone: %j', (value) => {
    expect(safetyProblems(value)).toEqual([])
  })
})
