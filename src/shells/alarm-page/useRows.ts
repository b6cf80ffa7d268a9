import type { Ref } from 'vue'

/** The rows of the list as keys move over them: the focus itself is the cursor, so a screen reader follows. */
export function useRows(list: Readonly<Ref<HTMLElement | null>>) {
  const all = () => [...(list.value?.querySelectorAll<HTMLElement>('[data-alarm-row]') ?? [])]
  const keyOf = (row: HTMLElement | undefined) => row?.closest<HTMLElement>('[data-alarm]')?.dataset.alarm
  /** Its place in the list, -1 when the focus is elsewhere. */
  const focused = () => all().findIndex((row) => row === document.activeElement)
  return {
    focused,
    focusedKey: () => keyOf(all()[focused()]),
    focus: (index: number) => all()[index]?.focus(),
    focusKey: (key: string) =>
      all()
        .find((row) => keyOf(row) === key)
        ?.focus(),
    /** To the next row or the one before; from elsewhere to the first or the last. */
    step(by: 1 | -1): void {
      const rows = all()
      const at = focused()
      const next = at < 0 ? (by === 1 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)
      rows[next]?.focus()
    },
  }
}
