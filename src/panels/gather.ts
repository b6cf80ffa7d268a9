import { severityOf } from '../alarms/severity'
import type { City } from '../city/schema'
import type { Id } from '../city/text'
import { figureReadings } from '../sources/figures'
import type { Batch } from '../sources/records'
import type { PanelData, PanelNeeds } from './contract'
import { partsOn } from './rollUp'

/** Every source a panel lives on: those it names and those of its figures. */
export function sourcesOf(needs: PanelNeeds, city: City): Id[] {
  const ofFigures = needs.figures.flatMap((id) => city.figures.get(id)?.sources ?? [])
  return [...new Set([...needs.sources, ...ofFigures])]
}

/** Before the first gathering, and when that fails. */
export const NO_DATA: Omit<PanelData, 'city' | 'day'> = {
  readAt: 0,
  figures: [],
  items: [],
  features: [],
  cases: [],
  posts: [],
}

/** Collects what a panel draws out of the last good batches of its sources. */
export function gather(
  needs: PanelNeeds,
  city: City,
  batches: ReadonlyMap<Id, Batch>,
  { day, readAt }: Pick<PanelData, 'day' | 'readAt'>,
): PanelData {
  const figures = needs.figures.flatMap((id) => {
    const figure = city.figures.get(id)
    if (!figure) return []
    const readings = figureReadings(figure, city.area, batches)
    const parts = partsOn(readings.parts, figure, city.areas, day)
    return [{ figure, ...readings, parts, severity: severityOf(figure, readings.latest) }]
  })
  const whole = needs.sources.flatMap((id) => batches.get(id) ?? [])
  return {
    city,
    day,
    readAt,
    figures,
    items: whole.flatMap((batch) => batch.items),
    features: whole.flatMap((batch) => batch.features),
    cases: whole.flatMap((batch) => batch.cases),
    posts: whole.flatMap((batch) => batch.posts),
  }
}
