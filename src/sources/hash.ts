/** FNV-1a over UTF-16 units: a stable number from 0 to 2³²−1. For spreading and naming, never for secrets. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
