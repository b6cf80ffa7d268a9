import { DAY, HOUR, hoursToday, lastTick, localTime, MINUTE, usual } from '../clock'
import type { Place } from '../place'
import { chance, drift } from '../random'
import { remember } from '../remember'
import { soFar, type Flow } from '../rhythm'
import { json, REFRESH, round, type Call } from '../wire'
import { CHAT_HOURS, TOPICS, WEEK, weightInAll, type Topic } from './callQuestions'

/** The machine answers at any hour; people sit at the desk from 7 to 21. */
const CALL_HOURS = [0, 0, 0, 0, 0, 0, 1, 7, 14, 15, 12, 7, 3, 8, 13, 12, 9, 5, 3, 3, 2, 0, 0, 0]
export const FLOWS = {
  chatMachine: { key: 'cc-chat-m', perDay: 190, hours: CHAT_HOURS, week: WEEK },
  callMachine: { key: 'cc-call-m', perDay: 62, hours: CALL_HOURS, week: WEEK },
  chatPerson: { key: 'cc-chat-p', perDay: 44, hours: CALL_HOURS, week: WEEK },
  callPerson: { key: 'cc-call-p', perDay: 74, hours: CALL_HOURS, week: WEEK, rain: 0.25 },
  lost: { key: 'cc-lost', perDay: 13, hours: CALL_HOURS, week: WEEK, rain: 0.5 },
} satisfies Record<string, Flow>

interface Answered {
  machine: number
  person: number
  calls: number
  chats: number
  lost: number
}

/** What has been answered today until `at`. */
const answered = remember((place, seed, at): Answered => {
  const sum = (flow: Flow) => soFar(flow, place, seed, at)
  const [chatM, callM] = [sum(FLOWS.chatMachine), sum(FLOWS.callMachine)]
  const [chatP, callP] = [sum(FLOWS.chatPerson), sum(FLOWS.callPerson)]
  return {
    machine: chatM + callM,
    person: chatP + callP,
    calls: callM + callP,
    chats: chatM + chatP,
    lost: sum(FLOWS.lost),
  }
}, 300)

/** How busy the desk is, 0 to about 1. */
function desk(at: number): number {
  const { minutes, weekday } = localTime(at)
  const hour = Math.floor(minutes / 60)
  const [now = 0, next = 0] = [CALL_HOURS[hour], CALL_HOURS[(hour + 1) % 24]]
  return ((now + (next - now) * (minutes / 60 - hour)) / 15) * (WEEK[weekday] ?? 1)
}

interface Now {
  talking: number
  waiting: number
  /** Seconds until a person takes a call, the mean of a quarter of an hour. */
  wait: number
}

const atDesk = remember((place, seed, at): Now => {
  const busy = desk(at)
  const luck = drift(seed, 'cc-desk', at, 18 * MINUTE)
  const full = busy * (1 + 0.35 * luck + 0.25 * drift(seed, 'cc-crew', at, 5 * HOUR))
  const agents = Math.sqrt(place.scale)
  return {
    talking: Math.round(6 * agents * Math.min(1, full)),
    waiting: Math.round(7 * agents * Math.max(0, full - 0.55)),
    wait: busy > 0 ? Math.round(9 + 16 * full + 75 * Math.max(0, full - 0.6)) : 0,
  }
}, 300)

/** The same of the last 24 hours: a rate that midnight does not wipe out. */
function ofOneDay(place: Place, seed: number, at: number): Answered {
  const [today, before] = [answered(place, seed, at), answered(place, seed, at - DAY)]
  const yesterday = answered(place, seed, localTime(at).midnight - 1)
  const sum = (part: keyof Answered) => today[part] + yesterday[part] - before[part]
  return {
    machine: sum('machine'),
    person: sum('person'),
    calls: sum('calls'),
    chats: sum('chats'),
    lost: sum('lost'),
  }
}

const percent = (part: number, whole: number) => round((100 * part) / Math.max(1, whole), 1)

function entry(place: Place, seed: number, at: number) {
  const now = atDesk(place, seed, at)
  const day = answered(place, seed, at)
  const recent = ofOneDay(place, seed, at)
  const recently = recent.machine + recent.person
  return {
    ts: Math.floor(at / 1000),
    waiting: now.waiting,
    talking: now.talking,
    meanWaitSec: now.wait,
    answered: day.machine + day.person,
    calls: day.calls,
    chats: day.chats,
    answerRate24h: percent(recently, recently + recent.lost),
    botShare24h: percent(recent.machine, recently),
  }
}

function usualEntry(place: Place, seed: number, at: number) {
  const mean = (part: keyof ReturnType<typeof entry>) =>
    round(
      usual(at, (then) => entry(place, seed, then)[part]),
      1,
    )
  return {
    waiting: mean('waiting'),
    meanWaitSec: Math.round(mean('meanWaitSec')),
    answered: Math.round(mean('answered')),
    calls: Math.round(mean('calls')),
    chats: Math.round(mean('chats')),
    answerRate24h: mean('answerRate24h'),
    botShare24h: mean('botShare24h'),
  }
}

/** What each hour of today brought that has ended, by who answered; after midnight the first one under way. */
function byHour(place: Place, seed: number, at: number) {
  const hours = hoursToday(at)
  const ended = hours.filter((hour, index) => index === 0 || hour + HOUR <= at)
  return ended.map((hour) => {
    const after = answered(place, seed, Math.min(at, hour + HOUR - 1))
    const before = answered(place, seed, hour)
    const grown = (part: 'machine' | 'person') => Math.max(0, after[part] - before[part])
    return { ts: hour / 1000, bot: grown('machine'), agent: grown('person') }
  })
}

/** How many of the day's questions came from each ward; callers name theirs. */
function byWard(place: Place, seed: number, at: number) {
  const { wards } = place
  const asked = (code: string, then: number) => {
    const { machine, person } = answered(place, seed, then)
    const own =
      0.6 + 0.5 * chance(seed, 'cc-ward', code) + 0.4 * chance(seed, 'cc-ward', code, localTime(then).day)
    return Math.round(((machine + person) * own) / wards.length)
  }
  return wards.map(({ id, name, center: [x, y] }) => {
    const count = asked(id, at)
    const usually = Math.round(usual(at, (then) => asked(id, then)))
    return {
      wardCode: id,
      wardName: name,
      label: String(count),
      count,
      usual: usually,
      level: count >= 10 && count > 1.5 * usually ? 'HIGH' : 'NORMAL',
      x,
      y,
      simulated: true,
    }
  })
}

/** The call centre’s own board: queue, who answered, rates, with the usual of this hour and the day’s course. */
export function callCentreStatistics({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const all = (then: number) => ({ ...entry(place, seed, then), usual: usualEntry(place, seed, then) })
  const { machine, person } = answered(place, seed, tick)
  return json({
    errorCode: 0,
    errorMsg: '',
    data: {
      ...all(tick),
      botAnswered: machine,
      agentAnswered: person,
      hourly: hoursToday(tick).map(all),
      answeredHourly: byHour(place, seed, tick),
      byWard: byWard(place, seed, tick),
    },
  })
}

/** Questions of a topic today: each topic has its good and bad days. */
function asked(place: Place, seed: number, { name, weight }: Topic, at: number): number {
  const { machine, person } = answered(place, seed, at)
  const { day } = localTime(at)
  const own = 0.75 + 0.5 * chance(seed, 'topic', name, day)
  return Math.round(((machine + person) * weight * own) / weightInAll)
}

/** What people ask about today. */
export function callCentreTopics({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  return json({
    errorCode: 0,
    errorMsg: '',
    data: {
      ts: tick / 1000,
      list: TOPICS.map((each) => ({
        topic: each.name,
        count: asked(place, seed, each, tick),
        usual: Math.round(usual(tick, (then) => asked(place, seed, each, then))),
      })),
    },
  })
}
