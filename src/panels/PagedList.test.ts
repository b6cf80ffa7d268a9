import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h, nextTick } from 'vue'
import PagedList from './PagedList.vue'

const ROW = 10

/** A box of that many rows' height, as this DOM lays nothing out by itself. */
function layOut(rows: number): void {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(rows * ROW)
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const above = this.tagName === 'LI' ? [...(this.parentElement?.children ?? [])].indexOf(this) : 0
    return new DOMRect(0, above * ROW, 100, this.tagName === 'LI' ? ROW : rows * ROW)
  })
}

async function listOf(words: string[]) {
  const row = ({ item, cut }: { item: string; cut: boolean }) => h('li', { class: { cut } }, item)
  const list = mount(() => h(PagedList<string>, { items: words, note: 'Năm 2025' }, { default: row }))
  // The fonts are there, the list measures itself and draws what fits.
  await vi.advanceTimersByTimeAsync(0)
  await nextTick()
  const seen = () => list.findAll('li:not(.cut)').map((each) => each.text())
  return { seen, below: () => list.get('.foot').text() }
}

describe('a list of a panel', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    Object.defineProperty(document, 'fonts', { value: { ready: Promise.resolve() }, configurable: true })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
    Reflect.deleteProperty(document, 'fonts')
  })

  it('stands still and counts nothing where all of it fits', async () => {
    layOut(3)
    const { seen, below } = await listOf(['a', 'b', 'c'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(seen()).toEqual(['a', 'b', 'c'])
    expect(below()).toBe('Năm 2025')
  })

  it('shows whole rows page by page, says which of how many, and begins again after the last', async () => {
    layOut(2)
    const { seen, below } = await listOf(['a', 'b', 'c'])
    expect(seen()).toEqual(['a', 'b'])
    expect(below()).toBe('Năm 20251–2/3')
    await vi.advanceTimersByTimeAsync(8000)
    expect(seen(), 'full again, with the last row').toEqual(['b', 'c'])
    expect(below()).toBe('Năm 20252–3/3')
    await vi.advanceTimersByTimeAsync(8000)
    expect(seen()).toEqual(['a', 'b'])
  })
})
