import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import * as v from 'valibot'
import { Id, Text } from '../../city/text'
import { defineLayer, type MapTheme, type Mark } from '../contract'
import { imageId } from '../icons'
import { isPart, PLAIN_SOURCE } from '../paint'
import { scaled } from '../theme'

const Technology = v.strictObject({ id: Id, value: v.string(), name: Text })

const Options = v.strictObject({
  /** The feature property that names the technology. */
  property: v.string(),
  /** From the plain one to the newest; the first is a tone, the others are hatched as well. */
  technologies: v.pipe(v.array(Technology), v.minLength(1), v.maxLength(2)),
})
type Technology = v.InferOutput<typeof Technology>

/** Where a network reaches. Fills are opaque and outlines lie below them, so overlapping cells read as one. */
export default defineLayer({
  kind: 'coverage',
  schema: Options,
  example: {
    property: 'congNghe',
    technologies: [
      { id: '4g', value: '4G', name: { vi: 'Phủ sóng 4G', en: '4G coverage' } },
      { id: '5g', value: '5G', name: { vi: 'Phủ sóng 5G', en: '5G coverage' } },
    ],
  },
  bind: ({ property, technologies }) => {
    const hatched = ({ id }: Technology) => id !== technologies[0]?.id
    const markOf = (technology: Technology, theme: MapTheme): Mark =>
      hatched(technology) ? { shape: 'hatch', colour: theme.data } : { shape: 'fill', colour: theme.cover }
    const surface = (layer: string, technology: Technology, theme: MapTheme): LayerSpecification[] => {
      const id = `${layer}:${technology.id}`
      const filter: ExpressionSpecification = [
        'all',
        isPart('shape'),
        ['==', ['get', property], technology.value],
      ]
      const fill = hatched(technology)
        ? { 'fill-pattern': imageId('hatch', 'ok', theme) }
        : { 'fill-color': theme.cover }
      return [
        {
          id: `${id}:edge`,
          type: 'line',
          source: layer,
          filter,
          paint: {
            'line-color': hatched(technology) ? theme.data : theme.dataSoft,
            'line-width': scaled(2.4, theme),
          },
        },
        { id: `${id}:fill`, type: 'fill', source: layer, filter, paint: fill },
      ]
    }
    return {
      clustered: false,
      source: () => PLAIN_SOURCE,
      draw: (id, theme) => ({ ground: technologies.flatMap((technology) => surface(id, technology, theme)) }),
      filters: technologies.map(({ id, name, value }) => ({
        id,
        label: name,
        keep: (feature) => feature.props[property] === value,
      })),
      mark: (feature, theme) => {
        const technology = technologies.find(({ value }) => value === feature.props[property])
        return technology ? markOf(technology, theme) : { shape: 'line', colour: theme.boundary }
      },
      legend: (features, theme) =>
        technologies.map((technology) => ({
          mark: markOf(technology, theme),
          label: technology.name,
          count: features.filter(({ props }) => props[property] === technology.value).length,
        })),
    }
  },
})
