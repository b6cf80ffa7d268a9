import type { Service } from '../wire'
import { cameraRegister } from './cameras'
import { connections } from './connections'
import { mapService } from './features'
import { counterQueues, dossierStatistics } from './oneStop'
import { openReports, reportStatistics } from './reports'
import { mobileSpeed, stationStatistics } from './telecom'

/** Systems that every city has, by the path of the gateway behind which they answer. */
export const COMMON: readonly (readonly [path: string, service: Service])[] = [
  ['motcua/thongke', dossierStatistics],
  ['motcua/quay', counterQueues],
  ['1022/thongke', reportStatistics],
  ['1022/phananh', openReports],
  ['vms/cameras', cameraRegister],
  ['vienthong/tram', stationStatistics],
  ['ispeed/phuong', mobileSpeed],
  ['ogc', mapService],
  ['giamsat/ketnoi', connections],
]
