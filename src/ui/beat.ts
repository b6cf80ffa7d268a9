/**
 * The heartbeat of the screen: the clock that people see, drawn by the same pipeline as the panels. `count` goes up with
 * every second of it that has reached a frame; epoch ms of the last one. When drawing stops, so does this (row 55).
 */
export const beat: { count: number; paintedAt: number | undefined } = { count: 0, paintedAt: undefined }

/** Called when the clock's text has changed: counts once the frame with it has been made. */
export function beatWhenPainted(): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      beat.count++
      beat.paintedAt = Date.now()
    }),
  )
}
