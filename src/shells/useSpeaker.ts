import { useEventListener } from '@vueuse/core'
import { onScopeDispose, ref, shallowRef } from 'vue'

/** Two short tones, the second higher: heard through talk, and not like a telephone. Hz and seconds. */
const TONES = [
  { hz: 660, at: 0, for: 0.18 },
  { hz: 880, at: 0.22, for: 0.28 },
]
const LOUDNESS = 0.25

/** The loudspeaker: there is none until it is wanted, and it is silent until the browser has seen a hand. */
export function useSpeaker() {
  const context = shallowRef<AudioContext>()
  const canPlay = ref(false)
  const look = () => (canPlay.value = context.value?.state === 'running')
  function open(): void {
    if (context.value || !('AudioContext' in window)) return
    context.value = new AudioContext()
    context.value.addEventListener('statechange', look)
    look()
  }
  const wake = () => void context.value?.resume().catch(() => {})
  useEventListener(window, ['pointerdown', 'keydown'], wake, { passive: true })
  onScopeDispose(() => void context.value?.close().catch(() => {}))

  function play(): boolean {
    const audio = context.value
    if (!audio || audio.state !== 'running') return false
    for (const tone of TONES) sound(audio, tone)
    return true
  }
  return { canPlay, open, play }
}

function sound(audio: AudioContext, tone: (typeof TONES)[number]): void {
  const start = audio.currentTime + tone.at
  const end = start + tone.for
  const oscillator = new OscillatorNode(audio, { frequency: tone.hz })
  const gain = new GainNode(audio, { gain: 0 })
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02)
  gain.gain.setValueAtTime(LOUDNESS, end - 0.04)
  gain.gain.linearRampToValueAtTime(0, end)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(start)
  oscillator.stop(end)
}
