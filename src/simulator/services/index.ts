import type { Service } from '../wire'
import { busPositions } from './buses'
import { callCentreStatistics, callCentreTopics } from './callCentre'
import { unansweredQuestions } from './callQuestions'
import { infrastructureAlerts } from './infrastructure'
import { cameraRegister } from './cameras'
import { citizenReports, citizenStatistics } from './citizen'
import { connections } from './connections'
import { notifiableDiseases } from './diseases'
import { attendance, feePayments, schoolRegister } from './education'
import { tourismEvents } from './events'
import { mapService } from './features'
import { bedOccupancy, insuranceLinks, visitStatistics } from './health'
import { mentionList, mentionStatistics, portalFeed, pressFeed } from './online'
import { dataWarehouse } from './history'
import { counterQueues, dossierStatistics } from './oneStop'
import { platformStatus } from './platforms'
import { openReports, reportStatistics } from './reports'
import { orderCases, orderStatistics } from './security'
import { mobileSpeed, stationStatistics } from './telecom'
import { publicWarnings } from './warnings'
import { heritageSites, lodging, siteVisitors } from './tourism'
import { roadSegments, trafficStatistics } from './traffic'
import { trafficIncidents } from './trafficIncidents'

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
  ['giamsat/nentang', platformStatus],
  ['bhyt/coso', insuranceLinks],
  ['yte/luotkham', visitStatistics],
  ['yte/giuong', bedOccupancy],
  ['yte/benh', notifiableDiseases],
  ['giaoduc/truong', schoolRegister],
  ['giaoduc/diemdanh', attendance],
  ['giaoduc/thanhtoan', feePayments],
  ['dulich/luotkhach', siteVisitors],
  ['dulich/luutru', lodging],
  ['dulich/sukien', tourismEvents],
  ['dulich/disan', heritageSites],
  ['kho/lichsu', dataWarehouse],
  ['giaothong/tuyen', roadSegments],
  ['giaothong/thongke', trafficStatistics],
  ['giaothong/suco', trafficIncidents],
  ['xebuyt/vitri', busPositions],
  ['anninh/vuviec', orderCases],
  ['anninh/thongke', orderStatistics],
  ['phananh/danhsach', citizenReports],
  ['phananh/thongke', citizenStatistics],
  ['tongdai/thongke', callCentreStatistics],
  ['tongdai/chude', callCentreTopics],
  ['tongdai/chuatraloi', unansweredQuestions],
  ['mang/rss', pressFeed],
  ['mang/atom', portalFeed],
  ['mang/dexuat', mentionList],
  ['mang/thongke', mentionStatistics],
  ['alerts/cap', publicWarnings],
  ['it/prometheus', infrastructureAlerts],
]
