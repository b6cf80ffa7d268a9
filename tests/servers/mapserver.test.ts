import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import features from '../../src/sources/connectors/features'
import { systemClock } from '../../src/sources/clock'
import { createHttp } from '../../src/sources/http'
import type { Batch } from '../../src/sources/records'
import { simulate } from '../../src/simulator'
import { answering, freePort, missing, stage } from './processes'

const MAPSERV = '/usr/lib/cgi-bin/mapserv'
const SPAWN = '/usr/bin/spawn-fcgi'
const reason = missing('/usr/sbin/nginx', MAPSERV, SPAWN)

const COLLECTIONS = ['di-tich', 'tram-bts']
const GATEWAY = 'http://city.invalid/gw/'

/** The layers as the simulated city has them, so that both servers can be compared object by object. */
async function geojson(collection: string): Promise<string> {
  const url = `${GATEWAY}ogc/collections/${collection}/items?limit=1000`
  const answer = await simulate(
    new Request(url),
    { place: 'kien-an', seed: 2023, gateway: GATEWAY },
    Date.UTC(2023, 3, 30, 5),
  )
  if (!answer?.ok) throw new Error(`the simulated city has no ${collection}`)
  return answer.text()
}

/** Ids are attributes here: MapServer 8.0 finds no item by the id of a GeoJSON feature. */
function withIds(text: string): string {
  const collection = JSON.parse(text)
  for (const feature of collection.features) feature.properties.ma = feature.id
  return JSON.stringify({ type: 'FeatureCollection', features: collection.features })
}

const layer = (name: string) => `
  LAYER
    NAME "${name}" TYPE POINT STATUS ON TEMPLATE "void"
    CONNECTIONTYPE OGR CONNECTION "${name}.geojson"
    PROJECTION "epsg:4326" END
    METADATA
      "ows_title" "${name}" "gml_featureid" "ma" "gml_include_items" "all"
      "ows_extent" "106 20 108 22" "oga_use_only_bbox" "false"
    END
  END`

const mapfile = (folder: string, root: string) => `
MAP
  NAME "city" SHAPEPATH "${folder}" EXTENT 106 20 108 22 UNITS DD SIZE 100 100
  PROJECTION "epsg:4326" END
  WEB METADATA
    "ows_title" "city" "ows_enable_request" "*" "ows_srs" "EPSG:4326" "oga_onlineresource" "${root}"
  END END
  ${COLLECTIONS.map(layer).join('')}
END
`

describe.skipIf(reason)(`a real OGC API: MapServer${reason ? `: ${reason}` : ''}`, () => {
  const server = stage()
  let root: string

  beforeAll(async () => {
    const port = await freePort()
    root = `http://127.0.0.1:${port}/maps/city/ogcapi`
    for (const name of COLLECTIONS) server.write(`${name}.geojson`, withIds(await geojson(name)))
    const map = server.write('city.map', mapfile(server.folder, root))
    const config = server.write('mapserver.conf', `CONFIG\n  MAPS\n    "city" "${map}"\n  END\nEND\n`)
    const socket = `${server.folder}/maps.sock`
    server.start(SPAWN, ['-n', '-s', socket, '-M', '666', '--', MAPSERV], { MAPSERVER_CONFIG_FILE: config })
    server.nginx(`server {
      listen 127.0.0.1:${port};
      location ~ ^/maps(?<path>/.*)$ {
        include /etc/nginx/fastcgi_params;
        fastcgi_param SCRIPT_NAME /maps;
        fastcgi_param PATH_INFO $path;
        fastcgi_pass unix:${socket};
      }
    }`)
    await answering(root)
  })
  afterAll(() => server.close())

  function read(collection: string, limit: number): Promise<Batch> {
    const options = {
      url: root,
      collection,
      limit,
      query: { f: 'json' },
      feature: { id: { path: '$.properties.ma' }, name: { path: '$.properties.ten' }, kind: 'object' },
    }
    const http = createHttp({ fetch, clock: systemClock })
    return features.prepare(options)({
      http: http({ signal: new AbortController().signal, timeoutMs: 20_000 }),
      now: Date.now(),
      zone: 'Asia/Ho_Chi_Minh',
      area: 'kien-an',
      bounds: [106, 20, 108, 22],
      resolve: () => root,
    })
  }

  it('gives every base station, page by page', async () => {
    const batch = await read('tram-bts', 20)
    expect(batch.total).toBe(148)
    expect(batch.dropped).toEqual([])
    expect(new Set(batch.features.map(({ id }) => id)).size).toBe(148)
  })

  it('gives the seven heritage sites with their Vietnamese names and their places', async () => {
    const batch = await read('di-tich', 20)
    expect(batch.features).toHaveLength(7)
    expect(batch.features.map(({ name }) => name)).toContain('Núi Voi')
    for (const { geometry } of batch.features) expect(geometry.type).toBe('Point')
  })

  it('says so when the collection does not exist', async () => {
    await expect(read('none', 20)).rejects.toMatchObject({ kind: 'gone' })
  })
})
