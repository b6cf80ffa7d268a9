import { useEventListener } from '@vueuse/core'
import type { App } from 'vue'
import { counters } from '../ui/counters'

/** An error that no boundary caught costs what it broke and never the page; it is counted for the supervisor. */
export function countErrors(app: App): void {
  app.config.errorHandler = (error) => {
    counters.errors++
    console.error(error)
  }
  useEventListener(window, 'unhandledrejection', () => void counters.errors++)
  useEventListener(window, 'error', () => void counters.errors++)
}
