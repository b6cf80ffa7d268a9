import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { main } from '../tools/city-check'

const name = { vi: 'Tên', en: 'Name' }
const city = {
  schema: 1,
  id: 'small',
  name,
  area: 'whole',
  areas: { whole: { name, level: 'district' } },
  map: { bounds: [106.56, 20.75, 106.72, 20.86], center: [106.63, 20.81], zoom: 12 },
  sources: { report: { connector: 'static', name, every: 'PT1H', cadence: 'once', url: 'report.json' } },
  figures: { online: { name, pillar: 'cqs', unit: '%', better: 'high', sources: ['report'] } },
  panels: { online: { kind: 'figure', title: name, figure: 'online' } },
  scenes: { all: { name, duration: 'PT30S', layers: [], panels: [{ panel: 'online' }] } },
}
const report = { readings: [{ figure: 'online', value: 92.4, asOf: '2023-04' }] }

describe('npm run city:check', () => {
  let folder: string
  let printed: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'toan-canh-'))
    mkdirSync(join(folder, 'cities'))
    printed = ''
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text)
      return true
    })
  })
  afterEach(() => {
    vi.restoreAllMocks()
    rmSync(folder, { recursive: true })
  })

  function check(file: unknown, data: unknown, ...more: string[]): Promise<number> {
    const path = join(folder, 'cities/small.json')
    writeFileSync(path, JSON.stringify(file))
    writeFileSync(join(folder, 'cities/report.json'), JSON.stringify(data))
    return main([path, ...more])
  }

  it('finds nothing wrong with a good file and good data', async () => {
    expect(await check(city, report)).toBe(0)
    expect(printed).toMatch(/✓ report\s+có\s+1\s+–/)
    expect(printed).toContain('Không có lỗi.')
  })

  it('explains what is wrong with the file, in the language asked for', async () => {
    const spoilt = { ...city, panels: { online: { kind: 'figure', title: name, figure: 'onlin' } } }
    expect(await check(spoilt, report, '--lang', 'en')).toBe(1)
    expect(printed).toContain('panels.online.figure (line 1): The file has no figure called “onlin”')
    expect(printed).toContain('Did you mean “online”?')
    expect(printed).toContain('1 problem.')
  })

  it('tells which source brings figures that the file does not have', async () => {
    expect(await check(city, { readings: [{ figure: 'other', value: 1, asOf: '2023' }] })).toBe(1)
    expect(printed).toMatch(/report: .*other/)
  })

  it('tells which source cannot be read', async () => {
    const spoilt = { ...city, sources: { report: { ...city.sources.report, url: 'none.json' } } }
    expect(await check(spoilt, report)).toBe(1)
    expect(printed).toContain('✗ report: gone')
  })

  it('says how it is used when it gets no file', async () => {
    expect(await main([])).toBe(2)
    expect(printed).toContain('npm run city:check')
  })
})
