import type { Service } from '../wire'
import { cameraRegister } from './cameras'
import { mapService } from './features'
import { cashless, education, health, identity, signatures, tax } from './indicators'
import { counterQueues, dossierIndicators, dossierStatistics } from './oneStop'
import { portal } from './portal'
import { connections, programmes } from './programmes'
import { openReports, reportStatistics } from './reports'
import { mobileSpeed, stationStatistics } from './telecom'

/** Which system answers behind which path of the gateway. */
export const SERVICES: readonly (readonly [path: string, service: Service])[] = [
  ['motcua/thongke', dossierStatistics],
  ['motcua/quay', counterQueues],
  ['motcua/chitieu', dossierIndicators],
  ['dvcqg/rest.jsp', portal],
  ['vanban/kyso', signatures],
  ['thanhtoan/chitieu', cashless],
  ['thue/nopdientu', tax],
  ['yte/chitieu', health],
  ['giaoduc/hocphi', education],
  ['dean06/thongke', identity],
  ['1022/thongke', reportStatistics],
  ['1022/phananh', openReports],
  ['vms/cameras', cameraRegister],
  ['vienthong/tram', stationStatistics],
  ['ispeed/phuong', mobileSpeed],
  ['ogc', mapService],
  ['nhiemvu/chuongtrinh', programmes],
  ['giamsat/ketnoi', connections],
]
