import { json, type Call } from '../../wire'

type Row = Readonly<Record<string, string | number | null>>

/**
 * Datasets of the city's open-data portal; figures and words as the report of 25/04/2024 prints them. Of 2022 it
 * prints only the way to 2023 (+2,13 points, two places up); `chi_so_truoc` is what follows from it.
 */
const RESOURCES: Readonly<Record<string, readonly Row[]>> = {
  'to-cong-nghe-so-cong-dong': [
    {
      _id: 1,
      nam: 2024,
      thon_to_co_to: '3064',
      so_quan_huyen: '18',
      tong_quan_huyen: '30',
      muc_do_thanh_vien: 'khoảng',
      thanh_vien: '23726',
    },
  ],
  'ha-tang-so-cap-xa': [
    { _id: 1, nam: 2024, chi_tieu: 'cap_quang', ty_le: '100', so_xa: null, tong_so_xa: null },
    { _id: 2, nam: 2024, chi_tieu: 'wan', ty_le: '100', so_xa: '579', tong_so_xa: '579' },
  ],
  'par-index-cap-huyen': [
    {
      _id: 1,
      don_vi: 'Huyện Đan Phượng',
      nam: 2023,
      chi_so: '93.86',
      tang_diem: '2.13',
      chi_so_truoc: '91.73',
      xep_hang: '21',
      tang_bac: '2',
      tong_don_vi: '30',
    },
  ],
}

function failed(status: number, type: string, message: string): Response {
  return json({ success: false, error: { __type: type, message } }, { status })
}

function fieldsOf(row: Row) {
  return Object.keys(row).map((id) => ({ id, type: id === '_id' || id === 'nam' ? 'int4' : 'text' }))
}

const whole = (text: string | null, otherwise: number) =>
  /^\d+$/.test(text ?? '') ? Number(text) : otherwise

/** Hà Nội's open-data portal (CKAN): `datastore_search` of one resource; numbers in text columns, as uploaded. */
export function openData({ rest, url, root }: Call): Response {
  if (rest[0] !== 'datastore_search') return failed(400, 'Bad Request', 'Bad request - Action name not known')
  const id = url.searchParams.get('resource_id') ?? ''
  const rows = RESOURCES[id]
  if (!rows) return failed(404, 'Not Found Error', `Not found: Resource "${id}" was not found.`)
  const limit = whole(url.searchParams.get('limit'), 100)
  const offset = whole(url.searchParams.get('offset'), 0)
  const [first = {}] = rows
  return json({
    help: `${root}/help_show?name=datastore_search`,
    success: true,
    result: {
      include_total: true,
      limit,
      records_format: 'objects',
      resource_id: id,
      fields: fieldsOf(first),
      records: rows.slice(offset, offset + limit),
      total: rows.length,
      _links: { start: `/api/3/action/datastore_search?resource_id=${id}` },
    },
  })
}
