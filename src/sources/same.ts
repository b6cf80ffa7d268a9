/** Deep equality of plain data. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((value, index) => same(value, b[index]))
    )
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return (
    left.length === right.length &&
    left.every(([key, value], index) => {
      // Records of one kind are made by the same code, so their keys nearly always come in the same order.
      const [other, counterpart] = right[index] ?? []
      return other === key
        ? same(value, counterpart)
        : right.some(([name, held]) => name === key && same(value, held))
    })
  )
}
