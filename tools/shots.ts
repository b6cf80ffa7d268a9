import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from '@playwright/test'
import { preview } from 'vite'
import type {} from '../src/snapshot'
import { shippedCities } from './coverage'
import { SECURITY_HEADERS } from './headers'

const VITE = 'node_modules/vite/bin/vite.js'
const SHOTS = 'shots'
const APP = `${SHOTS}/app`
/** How long nothing may be drawn before all is: a software renderer takes its time with a wall's map. */
const quietMs = (pixels: number) => 1000 + pixels / 3000

/** The ways to look, the route of each, and the screens it is meant for in CSS px. */
const MODES = {
  wall: { route: 'wall', sizes: ['1920x1080', '3840x2160', '5760x2160'] },
  tablet: { route: 'tablet', sizes: ['1180x820', '820x1180'] },
  presenter: { route: 'demo', sizes: ['1280x720'] },
} as const
type Mode = keyof typeof MODES

const TEXT = { type: 'string' } as const
const OPTIONS = { city: TEXT, scene: TEXT, mode: TEXT, theme: TEXT, lang: TEXT }

/** One opened screen, and the scenes to photograph on it. */
interface Sitting {
  mode: Mode
  city: string
  size: string
  theme: string
  lang: string
  scenes: readonly string[]
}
/** Its `file` is relative to the folder of all shots. */
type Shot = Omit<Sitting, 'scenes'> & { scene: string; file: string }

/**
 * `npm run shots -- [--city id] [--scene id] [--mode wall|tablet|presenter] [--theme dark|light] [--lang vi|en]`:
 * photographs the production build into `shots/`, with `index.html` and one contact sheet per mode. Rejects when
 * nothing fits the options or a screen does not come to rest.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: OPTIONS })
  const sittings = plan(values)
  if (sittings.length === 0) throw new Error(`Nothing to photograph for ${args.join(' ')}`)
  rmSync(SHOTS, { recursive: true, force: true })
  // The build gets a process of its own: this one has already chosen development.
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync(process.execPath, [VITE, 'build', '--outDir', APP, '--logLevel', 'error'], { env })
  // Without the gateway the page plays the city itself, so the pictures need no other server.
  const server = await preview({
    logLevel: 'error',
    build: { outDir: APP },
    preview: { host: '127.0.0.1', port: 4300, headers: SECURITY_HEADERS },
  })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  })
  try {
    const shots: Shot[] = []
    const [base = ''] = server.resolvedUrls?.local ?? []
    for (const sitting of sittings) shots.push(...(await photograph(browser, base, sitting)))
    await bindSheets(browser, shots)
  } finally {
    await browser.close()
    await server.close()
  }
  return 0
}

function plan(wanted: Partial<Record<keyof typeof OPTIONS, string>>): Sitting[] {
  const only = <T extends string>(all: readonly T[], one: string | undefined) =>
    all.filter((each) => one === undefined || each === one)
  return shippedCities().flatMap(({ id: city, scenes: all }) => {
    const scenes = only(
      all.map(({ id }) => id),
      wanted.scene,
    )
    if (scenes.length === 0 || only([city], wanted.city).length === 0) return []
    return only(['wall', 'tablet', 'presenter'] as const, wanted.mode).flatMap((mode) =>
      MODES[mode].sizes.flatMap((size) =>
        only(['dark', 'light'], wanted.theme).flatMap((theme) =>
          only(['vi', 'en'], wanted.lang).map((lang) => ({ mode, city, size, theme, lang, scenes })),
        ),
      ),
    )
  })
}

async function photograph(browser: Browser, base: string, sitting: Sitting): Promise<Shot[]> {
  const { mode, city, size, theme, lang, scenes } = sitting
  const [width = 0, height = 0] = size.split('x').map(Number)
  const page = await browser.newPage({ viewport: { width, height }, hasTouch: mode === 'tablet' })
  const shots: Shot[] = []
  const address = `${base}#/${MODES[mode].route}?city=${city}&theme=${theme}&lang=${lang}`
  if (mode !== 'tablet') await page.goto(address)
  for (const scene of scenes) {
    if (mode === 'tablet') await page.goto(`${address}&scene=${scene}`)
    else await turnTo(page, scene)
    await settled(page, scene, quietMs(width * height))
    const file = `${city}/${mode}-${size}-${theme}-${lang}-${scene}.png`
    await page.screenshot({ path: join(SHOTS, file) })
    console.log(file)
    shots.push({ mode, city, size, theme, lang, scene, file })
  }
  await page.close()
  return shots
}

/** Steps without holding the rotation, which would be on the picture; every step gives a scene its full time. */
async function turnTo(page: Page, scene: string): Promise<void> {
  const shown = page.locator('[data-scene]')
  await shown.waitFor()
  while ((await shown.getAttribute('data-scene')) !== scene) await page.keyboard.press('ArrowRight')
}

/** At rest: every panel has its data, the fonts are here, and map and charts have drawn and draw no more. */
async function settled(page: Page, scene: string, quiet: number): Promise<void> {
  await page.locator(`[data-scene="${scene}"] [data-panel]`).first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[data-panel][data-state=waiting]'))
  await page.waitForFunction(() => (window.__toancanh?.().counters.mapRenders ?? 0) > 0)
  await page.evaluate(() => document.fonts.ready)
  const drawn = () => page.evaluate(() => JSON.stringify(window.__toancanh?.().counters))
  for (let last = ''; last !== (await drawn()); await page.waitForTimeout(quiet)) last = await drawn()
}

/** One page with every shot as a link, and a picture of each mode's part of it. */
async function bindSheets(browser: Browser, shots: readonly Shot[]): Promise<void> {
  const modes = [...new Set(shots.map(({ mode }) => mode))]
  const figure = ({ file, scene, size, theme, lang }: Shot) =>
    `<a href="${file}"><img src="${file}" alt=""><br>${scene} · ${size} · ${theme} · ${lang}</a>`
  const figures = (mode: Mode) => shots.filter((shot) => shot.mode === mode).map(figure)
  const parts = modes.map((mode) => `<div id="${mode}"><h1>${mode}</h1>${figures(mode).join('')}</div>`)
  const style = 'body{font:13px sans-serif}a{display:inline-block;margin:4px;color:#222}img{height:200px}'
  const sheet = resolve(SHOTS, 'index.html')
  writeFileSync(sheet, `<!doctype html><meta charset="utf-8"><style>${style}</style>${parts.join('')}`)
  const page = await browser.newPage({ viewport: { width: 1500, height: 900 } })
  await page.goto(pathToFileURL(sheet).href)
  for (const mode of modes) await page.locator(`#${mode}`).screenshot({ path: join(SHOTS, `${mode}.png`) })
}
