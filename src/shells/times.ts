import { formatDate, formatSpan, formatTime, type Language } from '../ui/format'

/** When something began: 18:25 today, 18:25 · 30/04/2023 on any other day. */
export function sinceText(at: number, now: number, zone: string, seconds = false): string {
  const date = formatDate(at, zone)
  const time = formatTime(at, zone, seconds)
  return date === formatDate(now, zone) ? time : `${time} · ${date}`
}

const SECONDS: Record<Language, string> = { vi: 'giây', en: 's' }

/** How long, fine enough to act on: 45 giây, 12 phút, 5,4 giờ. */
export function gapText(ms: number, language: Language): string {
  return ms < 120_000 ? `${Math.round(ms / 1000)} ${SECONDS[language]}` : formatSpan(ms, language)
}
