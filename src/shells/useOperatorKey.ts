import { inject } from 'vue'
import { useRoute } from 'vue-router'
import { isUnanswered, type Alarm } from '../alarms/alarm'
import { alarmActKey } from '../alarms/useAlarms'

/**
 * Acknowledges the alarms that the strip shows, in the name that the address gives the keyboard
 * (`?operator=Ca trực 1`). Without a name nothing happens: a wall has no hands (faults §3.4 f).
 */
export function useOperatorKey(shown: () => readonly Alarm[]): () => void {
  const act = inject(alarmActKey)
  if (!act) throw new Error('useOperatorKey needs useAlarms above it')
  const route = useRoute()
  return () => {
    const { operator } = route.query
    const keys = shown()
      .filter(isUnanswered)
      .map(({ key }) => key)
    if (typeof operator !== 'string' || operator.trim() === '' || keys.length === 0) return
    act({ act: 'acknowledge', keys, by: operator.trim(), at: Date.now() })
  }
}
