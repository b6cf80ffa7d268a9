import { defineConfig, devices } from '@playwright/test'
import type { Calendar } from './tests/e2e/screen'

const PORT = 4173
/**
 * City and screens live on this working morning, so that a run on a Sunday night meets the same data as any other.
 * `AT=2026-11-22T23:30+07:00 npm run test:e2e` looks at another hour. Workers read this file anew and inherit it.
 */
process.env.AHEAD_MS ??= String(Date.parse(process.env.AT ?? '2026-11-24T09:40+07:00') - Date.now())
const aheadMs = Number(process.env.AHEAD_MS)
const address = `http://127.0.0.1:${PORT}`

// One worker: the map draws on the processor here, and two of them would only slow each other down.
export default defineConfig<Calendar>({
  testDir: 'tests/e2e',
  // What waits for updates and restarts or walks through every wall takes minutes: `npm run verify -- --add long`.
  grepInvert: process.env.LONG ? [] : /@long/,
  workers: 1,
  // A machine that others use too may stall for seconds. What passed only at a later try is told as such.
  retries: process.env.CI ? 2 : 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: address,
    aheadMs,
    viewport: { width: 1920, height: 1080 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--ignore-gpu-blocklist',
      ],
    },
  },
  webServer: {
    command: `node tools/run.mjs tools/serve.ts --port ${PORT} --strict --faults --ahead ${aheadMs}`,
    url: address,
    timeout: 60_000,
    reuseExistingServer: false,
  },
})
