import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'
import * as v from 'valibot'

/** What a request may ask about the present day, in the city's zone. */
const PATTERNS = { year: 'yyyy', month: 'MM', day: 'dd', date: 'yyyy-MM-dd' } as const

const isName = (name: string): name is keyof typeof PATTERNS => name in PATTERNS

/** Text in which {{year}}, {{month}}, {{day}} and {{date}} are filled in when the request is made. */
export const Template = v.pipe(
  v.string(),
  v.check((text) => [...text.matchAll(/\{\{(.*?)\}\}/g)].every(([, name]) => isName(name ?? '')), 'template'),
)

export function fill(template: string, now: number, zone: string): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    isName(name) ? format(new TZDate(now, zone), PATTERNS[name]) : whole,
  )
}
