import { HOUR, isoLocal, lastTick, localTime, MINUTE } from '../clock'
import type { Place } from '../place'
import { chance, drift } from '../random'
import { lengthKm, pointAlong, roadCourse } from '../roads'
import { json, REFRESH, round, type Call } from '../wire'
import { trafficSpeed } from './traffic'

/** Buses run from 5:00 to 21:00. */
const FIRST = 5 * 60
const LAST = 21 * 60
/** Minutes between two buses as planned, one for each line. */
const PLANNED = [10, 12, 15, 20]

interface Line {
  no: string
  name: string
  course: ReturnType<typeof roadCourse>
  planned: number
}

const roundTripMinutes = (course: Line['course']) => ((2 * lengthKm(course)) / 22) * 60 + 16

/** Up to six lines, each along a main road and back; a long one has at most six buses, and so runs more seldom. */
function lines(place: Place): Line[] {
  const longest = place.roads
    .map((road) => ({ road, course: roadCourse(place, road) }))
    .toSorted((a, b) => lengthKm(b.course) - lengthKm(a.course))
    .slice(0, 6)
  return longest.map(({ road, course }, index) => ({
    no: String(index + 1).padStart(2, '0'),
    name: `Tuyến ${String(index + 1).padStart(2, '0')} – ${road.name}`,
    course,
    planned: Math.max(PLANNED[index % PLANNED.length] ?? 15, 5 * Math.ceil(roundTripMinutes(course) / 30)),
  }))
}

const runs = (at: number) => {
  const { minutes } = localTime(at)
  return minutes >= FIRST && minutes < LAST
}

/** Minutes between buses as they come: longer when the streets are full. */
function headway(place: Place, seed: number, { no, planned }: Line, at: number): number {
  const delay = Math.max(0, 1 - trafficSpeed(place, seed, at) / 36)
  const luck = 0.16 * drift(seed, `bus/${no}`, at, 50 * MINUTE)
  return planned * (1 + 0.9 * delay + luck * (0.5 + delay))
}

/** Buses of one line under way: they run there and back, evenly but for a little luck. */
function underWay(seed: number, line: Line, at: number) {
  const roundTrip = roundTripMinutes(line.course)
  const count = Math.max(2, Math.round(roundTrip / line.planned))
  const { day } = localTime(at)
  return Array.from({ length: count }, (_, turn) => {
    const shift = (turn + 0.5 * chance(seed, 'bus', day, line.no, turn)) / count
    const done = (at / (roundTrip * MINUTE) + shift) % 1
    const there = done < 0.5
    const [lon, lat] = pointAlong(line.course, there ? 2 * done : 2 - 2 * done)
    return { id: `XB${line.no}-${String(turn + 1).padStart(2, '0')}`, lon, lat, there }
  })
}

function lineForm(place: Place, seed: number, line: Line, at: number) {
  const now = round(headway(place, seed, line, at), 1)
  return {
    routeNo: line.no,
    routeName: line.name,
    plannedHeadwayMin: line.planned,
    headwayMin: now,
    running: underWay(seed, line, at).length,
    status: now > 1.5 * line.planned ? 'LATE' : 'ON_TIME',
  }
}

/** The bus operators' fleet watch: where buses are and how long people wait between two. Fleet numbers, no plates. */
export function busPositions({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const running = runs(tick) ? lines(place) : []
  const forms = running.map((line) => lineForm(place, seed, line, tick))
  const mean = forms.reduce((sum, { headwayMin }) => sum + headwayMin, 0) / forms.length
  return json({
    resultCode: 1,
    serverTime: isoLocal(tick),
    summary: {
      vehicles: forms.reduce((sum, { running: count }) => sum + count, 0),
      lateRoutes: forms.filter(({ status }) => status === 'LATE').length,
      routes: forms.length,
      meanHeadwayMin: forms.length > 0 ? round(mean, 1) : null,
      nextStart: runs(tick) ? null : isoLocal(nextStart(tick)),
    },
    routes: forms,
    vehicles: running.flatMap((line) =>
      underWay(seed, line, tick).map(({ id, lon, lat, there }) => ({
        vehicleId: id,
        routeNo: line.no,
        routeName: line.name,
        direction: there ? 'OUTBOUND' : 'INBOUND',
        x: lon,
        y: lat,
        status: forms.find(({ routeNo }) => routeNo === line.no)?.status ?? 'ON_TIME',
        gpsTime: isoLocal(tick),
        simulated: true,
      })),
    ),
  })
}

function nextStart(at: number): number {
  const { midnight, minutes } = localTime(at)
  return midnight + FIRST * MINUTE + (minutes >= FIRST ? 24 * HOUR : 0)
}
