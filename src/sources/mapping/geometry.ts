import * as v from 'valibot'

const Position = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(2), v.maxLength(4))
const Line = v.pipe(v.array(Position), v.minLength(2))
const Rings = v.pipe(v.array(v.pipe(v.array(Position), v.minLength(4))), v.minLength(1))

/**
 * Checked GeoJSON geometry. One null geometry erases a whole map layer and one string coordinate draws at 0,0
 * (faults §0.3), so nothing unchecked gets near the map.
 */
export const Geometry = v.variant('type', [
  v.object({ type: v.literal('Point'), coordinates: Position }),
  v.object({ type: v.literal('MultiPoint'), coordinates: v.pipe(v.array(Position), v.minLength(1)) }),
  v.object({ type: v.literal('LineString'), coordinates: Line }),
  v.object({ type: v.literal('MultiLineString'), coordinates: v.pipe(v.array(Line), v.minLength(1)) }),
  v.object({ type: v.literal('Polygon'), coordinates: Rings }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.pipe(v.array(Rings), v.minLength(1)) }),
])
