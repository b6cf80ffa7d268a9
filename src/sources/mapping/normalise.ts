/**
 * Foreign text as we keep it: composed (NFC), Icelandic Ð for Vietnamese Đ put right, odd spaces made plain,
 * zero-width and direction marks removed (domain.md §1.6.8, §2.5).
 */
export function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\u00d0', '\u0110')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim()
}
