import { DAY, HOUR, isoLocal, lastTick, localTime, MINUTE } from '../clock'
import { chance, oneOf, pick } from '../random'
import { json, type Call } from '../wire'

/** What is on, by kind; names are generic and belong to no real event. */
const TITLES = [
  'Phiên chợ đêm',
  'Đêm nhạc phố',
  'Triển lãm ảnh',
  'Hội ẩm thực',
  'Giải chạy bộ',
  'Đêm rối nước',
  'Ngày du lịch',
  'Ngày hội sách',
] as const

/** The parts of a date, as the plug-in adds them for templates. */
function details(at: number) {
  const [year = '', month = '', day = ''] = isoLocal(at).slice(0, 10).split('-')
  return { year, month, day, hour: isoLocal(at).slice(11, 13) }
}

/**
 * The calendar of the city's portal, in the shape of a common events plug-in: about two events a week, from last
 * week's to those of the coming three.
 */
export function tourismEvents({ place, seed, at }: Call): Response {
  const tick = lastTick(at, 5 * MINUTE)
  const { day, midnight } = localTime(tick)
  const week = Math.floor((day + 3) / 7)
  const monday = midnight - ((day + 3) % 7) * DAY
  const events = [-1, 0, 1, 2, 3].flatMap((offset) =>
    [0, 1].map((turn) => {
      const number = (week + offset) * 2 + turn
      const title = TITLES[(number * 3 + pick(0, 1, seed, 'title', number)) % TITLES.length] ?? TITLES[0]
      const ward = oneOf(place.wards, seed, 'venue', number)
      const begin =
        monday + (offset * 7 + (turn === 0 ? 4 : 5)) * DAY + pick(8, 19, seed, 'hour', number) * HOUR
      const end = begin + (2 + Math.floor(3 * chance(seed, 'long', number))) * HOUR
      const status = tick < begin ? 'upcoming' : tick < end ? 'ongoing' : 'past'
      return {
        id: 4_000 + number,
        status: 'publish',
        title,
        start_date: isoLocal(begin),
        start_date_details: details(begin),
        end_date: isoLocal(end),
        state: status,
        venue: { venue: ward.name, slug: ward.id },
      }
    }),
  )
  // Of what is over only the newest is still told.
  const over = events.filter(({ state }) => state === 'past').length
  const shown = events
    .toSorted((a, b) => a.start_date.localeCompare(b.start_date))
    .slice(Math.max(0, over - 1))
  return json({
    events: shown.slice(0, 6),
    total: Math.min(6, shown.length),
    total_pages: 1,
    generated: isoLocal(tick),
  })
}
