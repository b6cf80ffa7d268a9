import type { trouble as vi } from './vi'

export const trouble: Record<keyof typeof vi, string> = {
  'offline-unknown': 'No source has answered since {time}',
  'offline-silent': 'No source has answered since {time} — this screen’s network?',
  'offline-reached': 'No system has answered since {time}; this screen’s own network works',
  'sign-in': 'The network or gateway asks for a login: only web pages since {time}',
  'clock-ahead': 'This screen’s clock is {gap} ahead of the servers',
  'clock-behind': 'This screen’s clock is {gap} behind the servers',
  slept: 'This machine slept for {gap}; reading all sources again',
  'corrected-ahead': 'The clock jumped {gap} ahead: the machine slept, or its time was set',
  'corrected-behind': 'The clock was set back by {gap}',
}
