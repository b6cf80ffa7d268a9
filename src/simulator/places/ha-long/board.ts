import { lastTick, MINUTE } from '../../clock'
import { json, vnNumber, type Call, type Service } from '../../wire'
import { COMPONENTS } from './components'

/** What a component's systems are asked, and past which values somebody should look or act. */
export interface Check {
  ask: Service
  /** Dotted path of a number in the answer; a star stands for every entry of a list. */
  path: string
  /** The two limits: `over` when high is bad, `under` when low is. */
  over?: readonly [watch: number, alarm: number]
  under?: readonly [watch: number, alarm: number]
  say(value: string): string
}

const LEVELS = ['CANH_BAO', 'CHU_Y', 'BINH_THUONG'] as const
type Level = (typeof LEVELS)[number]

interface Finding {
  text: string
  level: Level
}

/** The numbers at a path of an answer; some systems write theirs as Vietnamese text. */
function numbersAt(answer: unknown, path: readonly string[]): number[] {
  const [key, ...rest] = path
  if (key === undefined) {
    if (typeof answer === 'string' && answer !== '')
      return [Number(answer.replaceAll('.', '').replace(',', '.'))]
    return typeof answer === 'number' ? [answer] : []
  }
  if (typeof answer !== 'object' || answer === null) return []
  if (key === '*') return Object.values(answer).flatMap((each: unknown) => numbersAt(each, rest))
  const entry: unknown = Reflect.get(answer, key)
  return numbersAt(entry, rest)
}

function levelOf({ over, under }: Check, value: number): Level {
  const past = (limit: 0 | 1) => (over && value > over[limit]) || (under && value < under[limit])
  return past(1) ? 'CANH_BAO' : past(0) ? 'CHU_Y' : 'BINH_THUONG'
}

/** The worst number that a check finds, in words; nothing when the system has none now, as outside school hours. */
async function carryOut(check: Check, ask: (service: Service) => Promise<unknown>): Promise<Finding[]> {
  const answer = await ask(check.ask)
  const values = numbersAt(answer, check.path.split('.'))
  if (values.length === 0) return []
  const worst = check.under ? Math.min(...values) : Math.max(...values)
  return [{ text: check.say(vnNumber(worst)), level: levelOf(check, worst) }]
}

async function read(service: Service, call: Call): Promise<unknown> {
  const response = await service(call)
  return response.json()
}

const worstFirst = (a: { level: Level }, b: { level: Level }) =>
  LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)

/** The centre's board: its nine components with the word that matters most now, the abnormal first. */
export async function board(call: Call): Promise<Response> {
  const tick = lastTick(call.at, MINUTE)
  const asked = new Map<Service, Promise<unknown>>()
  /** Each system once, however many checks it has. */
  const ask = (service: Service): Promise<unknown> => {
    const answer = asked.get(service) ?? read(service, { ...call, at: tick })
    asked.set(service, answer)
    return answer
  }
  const told = await Promise.all(
    COMPONENTS.map(async ({ code, name, checks }) => {
      const found = await Promise.all(checks.map((check) => carryOut(check, ask)))
      const [worst] = found.flat().toSorted(worstFirst)
      return { code, name, ...(worst ?? { text: 'Chưa có số liệu', level: 'BINH_THUONG' as const }) }
    }),
  )
  const away = told.filter(({ level }) => level !== 'BINH_THUONG').length
  const analysis = {
    code: '10.5',
    name: 'Phân tích dữ liệu',
    text: away === 0 ? 'Không chỗ nào bất thường' : `${away}/${told.length} hợp phần cần chú ý`,
    level: 'BINH_THUONG' as const,
  }
  const ordered = [...told, analysis].toSorted((a, b) => worstFirst(a, b) || a.code.localeCompare(b.code))
  return json({
    ma: '00',
    capNhat: tick,
    hopPhan: ordered.map(({ code, name, text, level }) => ({
      ma: code,
      ten: name,
      soLieu: text,
      mucDo: level,
    })),
  })
}
