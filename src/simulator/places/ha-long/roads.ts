import type { Point } from '../../geometry'
import type { Place } from '../../place'

/** Where QL18 crosses the mouth of Cửa Lục bay. */
const BRIDGE: readonly Point[] = [
  [107.055, 20.962], [107.0668, 20.9612], [107.0765, 20.9585],
] // prettier-ignore

/**
 * Main roads and the ward that each mostly runs through: names from general knowledge, courses schematic. The map draws
 * the same lines.
 */
export const ROADS: readonly (Place['roads'][number] & { course: readonly Point[] })[] = [
  { name: 'QL18 Tây', wardId: 'tuan-chau', course: [[106.884, 20.9862], [106.905, 20.981], [106.945, 20.979], [106.982, 20.97], [107.01, 20.971], [107.035, 20.967], [107.055, 20.962]] },
  { name: 'Cầu Bãi Cháy', wardId: 'hong-gai', course: BRIDGE },
  { name: 'QL18 Đông', wardId: 'ha-tu', course: [[107.0765, 20.9585], [107.088, 20.9585], [107.106, 20.962], [107.132, 20.962], [107.155, 20.957], [107.18, 20.965], [107.204, 20.984], [107.23, 20.9935]] },
  { name: 'QL279', wardId: 'hoanh-bo', course: [[107.022, 20.971], [107.014, 20.99], [107.003, 21.01], [107.0, 21.032], [107.0, 21.065], [106.983, 21.1], [106.952, 21.13], [106.936, 21.158]] },
  { name: 'ĐT326', wardId: 'thong-nhat', course: [[106.89, 21.0668], [106.95, 21.05], [107.0, 21.032], [107.05, 21.052], [107.1, 21.076], [107.15, 21.092], [107.2, 21.085], [107.255, 21.0733]] },
  { name: 'Đường bao biển', wardId: 'ha-long-2025', course: [[107.0765, 20.9585], [107.0785, 20.9495], [107.091, 20.945], [107.11, 20.9415], [107.132, 20.9415], [107.155, 20.946], [107.18, 20.956], [107.204, 20.968], [107.222, 20.976]] },
  { name: 'Đường Tuần Châu', wardId: 'tuan-chau', course: [[106.975, 20.972], [106.979, 20.951], [106.982, 20.933], [106.99, 20.926]] },
  { name: 'Đường Hạ Long', wardId: 'bai-chay', course: [[107.01, 20.971], [107.008, 20.952], [107.026, 20.951], [107.045, 20.953], [107.055, 20.962]] },
  { name: 'Trần Phú', wardId: 'cao-xanh', course: [[107.088, 20.9585], [107.098, 20.975], [107.112, 20.988], [107.128, 21.004], [107.145, 21.024]] },
] // prettier-ignore

/** Hạ Long – Vân Đồn as far as it runs through the city: drawn, and no street of the city’s own traffic. */
export const EXPRESSWAY: readonly Point[] = [[106.884, 20.971], [106.91, 20.985], [106.948, 21.004], [106.985, 21.037], [107.02, 21.053], [107.06, 21.06], [107.105, 21.058], [107.15, 21.055], [107.2, 21.06], [107.25, 21.062]] // prettier-ignore

/** The course of a road by its name. */
export function courseOf(name: string): readonly Point[] {
  return ROADS.find((road) => road.name === name)?.course ?? []
}
