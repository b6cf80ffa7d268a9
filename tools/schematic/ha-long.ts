import { courseOf, EXPRESSWAY } from '../../src/simulator/places/ha-long/roads'
import type { Point } from '../power-diagram'
import type { Sketch } from './sketch'

/**
 * The eleven units of 1 July 2025: id, name, km², centre and, where needed, the point that the cell grows from. The
 * centres of Hạ Long, Bãi Cháy, Hồng Gai and Tuần Châu are printed (domain.md §2.8), and so are the 5,0 and 6,1 km² of
 * Hồng Gai and Hạ Long (§4); all other sizes and centres are approximate, from general knowledge.
 */
const WARDS: Sketch['wards'] = [
  ['tuan-chau', 'Tuần Châu', 71, [106.9291, 20.9752]],
  ['viet-hung', 'Việt Hưng', 40, [106.998, 20.996]],
  ['bai-chay', 'Bãi Cháy', 29, [107.032, 20.962]],
  ['cao-xanh', 'Cao Xanh', 42, [107.125, 20.996], [107.121, 21.0]],
  ['hong-gai', 'Hồng Gai', 5, [107.0783, 20.9541], [107.079, 20.954]],
  ['ha-long-2025', 'Hạ Long', 6.1, [107.1157, 20.947], [107.115, 20.947]],
  ['ha-lam', 'Hà Lầm', 13, [107.119, 20.963], [107.117, 20.964]],
  ['ha-tu', 'Hà Tu', 55, [107.189, 20.985], [107.195, 20.985]],
  ['quang-la', 'Quảng La', 165, [106.932, 21.1], [106.924, 21.1]],
  ['hoanh-bo', 'Hoành Bồ', 220, [107.045, 21.095], [107.04, 21.1]],
  ['thong-nhat', 'Thống Nhất', 245, [107.193, 21.095], [107.185, 21.09]],
] // prettier-ignore

/** A corner that stays sharp when a ring is rounded: three lines meet here. */
const corner = (point: Point): Point[] => [point, point]

const WEST_SHORE = corner([106.885, 20.945])
const LUC_WEST = corner([107.03, 21.008])
const LUC_EAST = corner([107.125, 21.022])
const WEST = corner([106.893, 21.022])
const EAST = corner([107.226, 21.022])
const EAST_SHORE = corner([107.228, 20.972])

/** The shore of Đại Yên, Hùng Thắng and Bãi Cháy, up to the bridge. */
const COAST_WEST: readonly Point[] = [
  [106.899, 20.937], [106.914, 20.9335], [106.93, 20.937], [106.942, 20.943], [106.957, 20.9455],
  [106.972, 20.951], [106.987, 20.9525], [106.998, 20.947], [107.012, 20.9435], [107.027, 20.948],
  [107.043, 20.9495], [107.056, 20.9535], [107.064, 20.9598],
] // prettier-ignore

/** Cửa Lục bay: the shore of Cái Lân, that of Hoành Bồ, that of Cao Xanh, from the bridge and back to it. */
const CAI_LAN: readonly Point[] = [
  [107.0605, 20.9665], [107.05, 20.972], [107.046, 20.981], [107.0385, 20.987], [107.037, 20.998],
] // prettier-ignore
const LUC_NORTH: readonly Point[] = [
  [107.028, 21.02], [107.036, 21.03], [107.047, 21.0305], [107.059, 21.038], [107.073, 21.0345],
  [107.086, 21.041], [107.1, 21.036], [107.114, 21.032],
] // prettier-ignore
const CAO_XANH: readonly Point[] = [
  [107.1155, 21.011], [107.103, 21.006], [107.1015, 20.9935], [107.092, 20.987], [107.0865, 20.978],
  [107.0765, 20.972], [107.0705, 20.9662],
] // prettier-ignore

/** The shore of Hồng Gai, Hạ Long and Hà Tu, from the bridge on. */
const COAST_EAST: readonly Point[] = [
  [107.0695, 20.959], [107.0705, 20.951], [107.0765, 20.9455], [107.0855, 20.9465], [107.095, 20.9405],
  [107.109, 20.9385], [107.124, 20.9365], [107.138, 20.9395], [107.149, 20.938], [107.163, 20.944],
  [107.177, 20.9485], [107.192, 20.958], [107.21, 20.964],
] // prettier-ignore

/** What was the border of Hoành Bồ until 2019, west and east of the bay. */
const NORTH_WEST: readonly Point[] = [
  [106.918, 21.028], [106.944, 21.019], [106.968, 21.022], [106.99, 21.016], [107.012, 21.018],
] // prettier-ignore
const NORTH_EAST: readonly Point[] = [[107.148, 21.027], [107.174, 21.021], [107.2, 21.027]] // prettier-ignore
const reversed = (course: readonly Point[]): Point[] => [...course].reverse()

/** Our own lines, no survey: the old city west and east of Cửa Lục, and what was Hoành Bồ. */
const CITY_WEST: readonly Point[] = [
  ...WEST_SHORE, ...COAST_WEST, ...CAI_LAN, ...LUC_WEST, ...reversed(NORTH_WEST), ...WEST,
  [106.884, 21.0], [106.879, 20.972],
] // prettier-ignore
const CITY_EAST: readonly Point[] = [
  ...COAST_EAST, ...EAST_SHORE, [107.236, 20.988], [107.231, 21.006], ...EAST, ...reversed(NORTH_EAST),
  ...LUC_EAST, ...CAO_XANH,
] // prettier-ignore
const NORTH: readonly Point[] = [
  ...WEST, ...NORTH_WEST, ...LUC_WEST, ...LUC_NORTH, ...LUC_EAST, ...NORTH_EAST, ...EAST,
  [107.247, 21.036], [107.262, 21.057], [107.266, 21.085], [107.284, 21.108], [107.281, 21.138],
  [107.256, 21.156], [107.218, 21.163], [107.182, 21.173], [107.143, 21.164], [107.102, 21.17],
  [107.063, 21.178], [107.022, 21.17], [106.981, 21.177], [106.94, 21.168], [106.904, 21.156],
  [106.88, 21.131], [106.872, 21.1], [106.881, 21.07], [106.884, 21.045],
] // prettier-ignore

/** The sea with the bays, along the same shores, on to the neighbours on either side. */
const SEA: readonly Point[] = [
  [106.6, 20.6], [106.74, 20.76], [106.79, 20.83], [106.83, 20.87], [106.842, 20.905], [106.868, 20.926],
  ...WEST_SHORE, ...COAST_WEST, ...CAI_LAN, ...LUC_WEST, ...LUC_NORTH, ...LUC_EAST, ...CAO_XANH,
  ...COAST_EAST, ...EAST_SHORE, [107.247, 20.981], [107.274, 20.99], [107.302, 20.996], [107.336, 20.994],
  [107.372, 21.012], [107.42, 21.02], [107.5, 21.05], [107.9, 21.1], [107.9, 20.6],
] // prettier-ignore

const UNEVEN = [1, 0.86, 1.08, 0.8, 1.02, 0.94, 0.78, 1.1, 0.9, 0.97]

/** An island of limestone: longer than wide, turned, with an uneven shore. Kilometres from its middle. */
function islet(lon: number, lat: number, km: number, turn: number): Point[] {
  return UNEVEN.map((_, step): Point => {
    const reach = UNEVEN[(step + Math.round(turn * 3)) % UNEVEN.length] ?? 1
    const angle = (step / UNEVEN.length) * 2 * Math.PI
    const [x, y] = [km * reach * Math.cos(angle), 0.62 * km * reach * Math.sin(angle)]
    const east = x * Math.cos(turn) - y * Math.sin(turn)
    const north = x * Math.sin(turn) + y * Math.cos(turn)
    return [lon + east / 103.9, lat + north / 110.7]
  })
}

/** Some of the bay's islands, where they lie thickest; number, size and shape are our drawing. */
const ISLETS = (
  [
    [107.022, 20.911, 1.15, 0.5], [107.045, 20.902, 0.8, 2.2], [107.005, 20.896, 0.7, 1.1],
    [107.063, 20.883, 1.3, 2.5], [107.035, 20.878, 0.75, 0.2], [107.09, 20.897, 0.55, 1.8],
    [107.101, 20.872, 1.5, 0.9], [107.128, 20.89, 0.8, 2.7], [107.152, 20.872, 1.25, 2.1],
    [107.138, 20.912, 0.45, 0.4], [107.172, 20.898, 0.6, 1.3], [107.186, 20.926, 0.9, 0.6],
    [107.208, 20.91, 0.7, 2.4], [107.196, 20.878, 1.1, 0.3], [107.232, 20.893, 0.95, 1.9],
    [107.226, 20.938, 0.75, 0.8], [107.252, 20.921, 1.2, 2.6], [107.262, 20.954, 0.85, 0.5],
    [107.284, 20.937, 0.6, 1.5], [107.3, 20.962, 0.9, 2.9], [107.055, 20.917, 0.25, 1], [107.11, 20.918, 0.3, 2], [107.165, 20.912, 0.28, 0.5], [107.0, 20.913, 0.25, 2.2], [107.12, 20.858, 0.35, 1], [107.205, 20.893, 0.3, 2],
    [107.245, 20.905, 0.35, 0.2], [107.29, 20.905, 0.4, 1.2], [107.052, 20.865, 0.35, 1.5], [107.085, 20.879, 0.3, 0.4], [107.148, 20.895, 0.3, 2.6], [107.24, 20.87, 0.35, 0.9],
    [107.27, 20.886, 1.3, 0.7],
    [107.312, 20.915, 1.4, 2.3], [106.972, 20.905, 0.5, 2], [106.945, 20.917, 0.55, 0.9],
    [106.98, 20.874, 0.9, 2.6], [107.01, 20.86, 1.2, 0.8], [107.075, 20.853, 0.9, 0.1],
    [107.125, 20.848, 1.2, 2.8], [107.17, 20.85, 0.9, 1], [107.222, 20.856, 1.4, 2.2],
    [107.275, 20.852, 1, 0.4], [107.318, 20.872, 1.1, 1.7], [107.155, 20.927, 0.4, 2.4],
    [106.935, 20.885, 0.7, 1.6],
  ] as const
).map(([lon, lat, km, turn]) => islet(lon, lat, km, turn)) // prettier-ignore

const TUAN_CHAU: readonly Point[] = [
  [106.973, 20.929], [106.981, 20.9365], [106.991, 20.9355], [107.0, 20.931], [107.0035, 20.925],
  [106.996, 20.92], [106.986, 20.9215], [106.977, 20.9195], [106.971, 20.923],
] // prettier-ignore

/** Names from general knowledge; the courses are schematic, and the simulated traffic follows the same lines. */
const ROADS: Sketch['roads'] = [
  ['QL18', 1, [[106.83, 20.995], [106.86, 20.99], ...courseOf('QL18 Tây'), ...courseOf('Cầu Bãi Cháy').slice(1), ...courseOf('QL18 Đông').slice(1), [107.25, 20.9995], [107.29, 21.012], [107.34, 21.018], [107.42, 21.04]]],
  ['Cao tốc Hạ Long – Vân Đồn', 1, [[106.78, 20.93], [106.84, 20.952], ...EXPRESSWAY, [107.3, 21.055], [107.36, 21.06], [107.42, 21.07]]],
  ['QL279', 2, [...courseOf('QL279'), [106.915, 21.2]]],
  ['ĐT326', 2, [[106.78, 21.055], [106.84, 21.066], ...courseOf('ĐT326'), [107.3, 21.056], [107.34, 21.042]]],
  ['Đường bao biển', 2, [...courseOf('Đường bao biển'), [107.28, 20.998]]],
  ['Đường Tuần Châu', 2, courseOf('Đường Tuần Châu')],
  ['Đường Hạ Long', 2, courseOf('Đường Hạ Long')],
  ['Trần Phú', 2, courseOf('Trần Phú')],
] // prettier-ignore

const sketch: Sketch = {
  name: 'Thành phố Hạ Long',
  origin: [107.08, 21.02],
  outlines: [CITY_WEST, CITY_EAST, NORTH],
  wards: WARDS,
  land: [TUAN_CHAU, ...ISLETS],
  waters: [['Vịnh Hạ Long', SEA]],
  rivers: [
    ['Sông Trới', 90, [[106.965, 21.085], [106.985, 21.062], [106.995, 21.042], [107.012, 21.026], [107.031, 21.015]]],
    ['Sông Diễn Vọng', 110, [[107.205, 21.115], [107.175, 21.088], [107.15, 21.06], [107.135, 21.038], [107.118, 21.024]]],
  ],
  roads: ROADS,
  places: [
    ['Vịnh Hạ Long', [107.075, 20.917]],
    ['Vịnh Cửa Lục', [107.07, 21.012]],
    ['Đảo Tuần Châu', [106.957, 20.924]],
  ],
} // prettier-ignore

export default sketch
