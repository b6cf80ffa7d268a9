// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { cityRun, historyOf, holdsAtAnyMoment } from './cityRun'

const run = cityRun('kien-an')
const { city } = run
holdsAtAnyMoment(run)

/** Figures as the published reports print them: period, value, qualifier. */
const PRINTED = [
  ['online-dossiers', '2022', 61, 'exact'],
  ['online-dossiers', '2023-04-30', 86, 'gt'],
  ['online-dossiers', '2023', 90, 'gt'],
  ['electronic-results', '2022', 0.71, 'exact'],
  ['electronic-results', '2023', 35, 'nearly'],
  ['signed-results', '2023', null, 'exact'],
  ['qr-procedures', '2023', 247, 'exact'],
  ['qr-fields', '2023', 15, 'exact'],
  ['online-payment', '2022', 0.13, 'exact'],
  ['online-payment', '2023', 33, 'exact'],
  ['idx766-rank', '2023-04', 2, 'exact'],
  ['idx766-rank', '2023', 4, 'exact'],
  ['org-signature', '2023-04', 100, 'exact'],
  ['leader-signed', '2023-04', 97, 'exact'],
  ['agencies-signing', '2023-04', 100, 'exact'],
  ['documents-signed', '2023-04', 93, 'gte'],
  ['hospital-software', '2023-04', 100, 'exact'],
  ['visits-chip-id', '2023', 80.6, 'gt'],
  ['level-2-identity', '2023', null, 'exact'],
  ['education-e-payment', '2023-04', 100, 'exact'],
  ['enterprises-tax-online', '2023', 86, 'gt'],
  ['electricity-by-account', '2023', 81, 'exact'],
  ['water-by-account', '2023', 100, 'exact'],
  ['school-fees-by-account', '2023', 98, 'nearly'],
  ['heritage-digitised', '2023-04', 42.9, 'exact'],
  ['markets-digital', '2023-04', 100, 'exact'],
  ['market-stalls-qr', '2023-04', 100, 'gt'],
  ['smart-streets', '2023-04', 4, 'exact'],
  ['street-shops-qr', '2023-04', 180, 'approx'],
  ['mass-models', '2023', 400, 'gt'],
  ['mass-models-digital', '2023', 230, 'exact'],
  ['mass-models-digital-share', '2023', 57, 'approx'],
  ['trade-unions', '2023', 154, 'exact'],
  ['enterprises-digital', '2023', 100, 'exact'],
  ['smartphones', '2023', 83, 'exact'],
] as const

describe('the figures of the published reports', async () => {
  const batches = await run.readAll(Date.parse('2026-11-23T10:00:00+07:00'))
  const history = (id: string) => historyOf(run, batches, id)

  it.each(PRINTED)('say %s in %s as printed', (figure, period, value, qualifier) => {
    const readings = history(figure).filter(({ asOf }) => asOf.text === period)
    expect(readings).toMatchObject([{ value, qualifier }])
  })

  it('are all the dated values there are: nothing is invented for the past', () => {
    const printed = new Set(PRINTED.map(([figure, period]) => `${figure} ${period}`))
    const dated = [...city.figures.keys()].flatMap((id) =>
      history(id)
        .filter(({ asOf }) => asOf.kind !== 'instant' && asOf.start < Date.parse('2026-01-01'))
        .map(({ asOf }) => `${id} ${asOf.text}`),
    )
    expect(new Set(dated)).toEqual(printed)
  })

  it('rest each on a document of the city file', () => {
    for (const [figure, period] of PRINTED) {
      const reading = history(figure).find(({ asOf }) => asOf.text === period)
      expect(city.documents, figure).toHaveProperty(reading?.document ?? 'none')
    }
  })

  it('keep ranks, the value before, n of m and the words where no number is printed', () => {
    expect(history('idx766-rank').map(({ rank }) => [rank?.place, rank?.outOf])).toEqual([
      [2, undefined],
      [4, 14],
    ])
    const payment = history('online-payment').at(-1)
    expect(payment?.rank).toMatchObject({ place: 3, outOf: 14 })
    expect(payment?.compare).toMatchObject([{ kind: 'previous', value: 0.13, asOf: { text: '2022' } }])
    expect(history('heritage-digitised')[0]?.of).toEqual({ numerator: 6, denominator: 14 })
    expect(history('signed-results')[0]?.note?.vi).toBe('đi đầu thành phố')
    expect(history('level-2-identity')[0]?.note?.vi).toBe('tốp đầu thành phố')
  })

  it('name documents with their dates, models, teams and places as printed', () => {
    const items = (id: string) => batches.get(id)?.items ?? []
    expect(items('programmes').map(({ title, at }) => [title, at])).toEqual([
      ['NQ 03-NQ/TU', '26/10/2021'],
      ['QĐ 284/QĐ-UBND', '24/01/2022'],
      ['Chỉ thị 08-CT/QU', '2022–23'],
      ['QĐ 766/QĐ-TTg', '23/06/2022'],
      ['Nghị quyết Đại hội Đảng bộ quận lần thứ VI', '2020–2025'],
      ['Đẩy mạnh chỉnh trang đô thị – Thu hút đầu tư – Thực hiện chuyển đổi số', '2022, 2023'],
    ])
    expect(items('models').map(({ title }) => title)).toEqual([
      'Mặt trận Tổ quốc với công tác chuyển đổi số',
      'Hòm thư góp ý',
      'Phụ nữ ứng dụng công nghệ số trong hoạt động ủy thác vốn vay',
      'Tổ phụ nữ ứng dụng công nghệ số tại cộng đồng',
      'Đẩy mạnh ứng dụng thanh toán không dùng tiền mặt',
      'Chợ online phụ nữ Văn Đẩu',
      'Chuyển đổi số trong tuyên truyền, quảng bá điểm du lịch, địa chỉ đỏ, di tích lịch sử – văn hóa',
      'Khu phố 4.0',
    ])
    expect(items('community-teams').map(({ title }) => title)).toEqual([
      'Mỗi đoàn thể phụ trách một phường',
      'Phường Ngọc Sơn',
    ])
    const places = (id: string) => (batches.get(id)?.features ?? []).map(({ name, area }) => [name, area])
    expect(places('heritage')).toEqual([
      ['Đình Quy Tức', 'phu-lien'],
      ['Đình Đẩu Sơn', 'van-dau'],
      ['Đình Khúc Trì', 'ngoc-son'],
      ['Đình Phù Lưu', 'trang-minh'],
      ['Đền Kiến Vũ', 'bac-son'],
      ['Đình Trữ Khê', 'quan-tru'],
      ['Núi Voi', undefined],
    ])
    expect(places('smart-streets')).toEqual([
      ['Hoàng Thiết Tâm', 'bac-son'],
      ['Trần Thành Ngọ', 'tran-thanh-ngo'],
      ['Trần Nhân Tông', 'nam-son'],
      ['Lê Duẩn', 'quan-tru'],
    ])
  })

  it('mark every market’s invented codes and place as simulated, the named one’s too', () => {
    const markets = batches.get('markets')?.features ?? []
    expect(markets.map(({ name }) => name)).toContain('Chợ Gò Công')
    for (const { name, props } of markets) expect(props.moPhong, name).toBeTruthy()
  })

  it('show Núi Voi by its right name, outside the district, with the name that the report prints', () => {
    const mountain = batches.get('heritage')?.features.find(({ id }) => id === 'nui-voi')
    expect(mountain).toMatchObject({
      name: 'Núi Voi',
      accuracy: 'ward',
      accuracyM: 1500,
      quality: 'suspect',
      props: { nameInSource: 'Núi Vọ' },
    })
  })
})
