/** Text without marks and capitals, so that "kien vu" finds Đền Kiến Vũ: đ and the Ð of old files are both d. */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * How well a text answers a query: 3 when it begins with it, 2 when a word does, 1 when all words of the query stand
 * somewhere in it, 0 when it does not answer.
 */
export function matchRank(text: string, query: string): 0 | 1 | 2 | 3 {
  const wanted = searchKey(query)
  const key = searchKey(text)
  if (wanted === '') return 0
  if (key.startsWith(wanted)) return 3
  if (` ${key}`.includes(` ${wanted}`)) return 2
  return wanted.split(' ').every((word) => key.includes(word)) ? 1 : 0
}
