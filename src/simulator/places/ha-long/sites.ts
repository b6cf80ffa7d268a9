import type { Place } from '../../place'

/**
 * What people come to see, from general knowledge; schematic places. Visitors by site are the simulation's: no source
 * of ours prints any.
 */
export const SITES: Required<Pick<Place, 'sites'>>['sites'] = [
  { name: 'Vịnh Hạ Long', at: [107.075, 20.9] },
  { name: 'Bãi tắm Bãi Cháy', at: [107.034, 20.951] },
  { name: 'Khu du lịch Tuần Châu', at: [106.988, 20.929] },
  { name: 'Núi Bài Thơ', at: [107.081, 20.95] },
  { name: 'Bảo tàng Quảng Ninh', at: [107.101, 20.944] },
  { name: 'Chùa Long Tiên', at: [107.079, 20.953] },
]
