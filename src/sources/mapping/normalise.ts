/** What programs write where they have nothing: never a text for people. */
const NOTHING = /^\s*(?:NaN|null|NULL|undefined|-?Infinity|\[object \w+\]|Invalid Date)\s*$/

/**
 * Foreign text as we keep it: composed (NFC), Icelandic Ð for Vietnamese Đ put right, odd spaces made plain,
 * control, zero-width and direction marks removed (domain.md §1.6.8, §2.5); halves of characters, which no address
 * can hold, made whole. Empty when it says nothing.
 */
export function normalise(text: string): string {
  if (NOTHING.test(text)) return ''
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replaceAll('\u00d0', '\u0110')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim()
}
