import { describe, expect, it } from 'vitest'
import { redact } from './redact'

describe('a redacted sample', () => {
  it.each([
    ['gọi 0912 345 678 ngay', 'gọi [phone] ngay'],
    ['+84912345678', '[phone]'],
    ['0225.3678.901', '[phone]'],
    ['a.b@haiphong.gov.vn', '[e-mail]'],
    ['CCCD 031099001234', 'CCCD [id]'],
    ['CMND 031099001', 'CMND [phone]'],
    ['Authorization: Bearer abc.def', 'Authorization: [token]'],
    ['?token=abc&x=1', '?token=[token]&x=1'],
    ['{"password":"hunter2"}', '{"password":"[token]"}'],
    ['eyJhbGciOiJIUzI1NiIsInR5cCI6', '[token]'],
    ['Phường Văn Đẩu: 2224 hồ sơ, 30/04/2023', 'Phường Văn Đẩu: 2224 hồ sơ, 30/04/2023'],
  ])('%s becomes %s', (text, clean) => expect(redact(text)).toBe(clean))

  it('is one short line', () => {
    expect(redact(`a\n\n${'b '.repeat(500)}`, 10)).toBe('a b b b b…')
  })
})
