import { defineConfig } from '@playwright/test'
import type { Calendar } from './tests/e2e/screen'
import base from './playwright.config'

const { webServer: _, ...rest } = base

/**
 * The reliability matrix of faults §6 (`npm run faults`). Every row brings its own server, so that rows run side by
 * side; the ordinary browser tests stay short.
 */
export default defineConfig<Calendar>({
  ...rest,
  testDir: 'tests/matrix',
  fullyParallel: true,
  workers: 2,
  // Ceilings for a busy machine; what has a deadline in the matrix says so itself.
  timeout: 240_000,
  expect: { timeout: 40_000 },
  reporter: [['list'], ['json', { outputFile: '.results/faults/browser.json' }]],
  use: {
    ...base.use,
    // Its own servers keep the real time.
    aheadMs: 0,
    viewport: { width: 1280, height: 720 },
    launchOptions: {
      ...base.use?.launchOptions,
      args: [...(base.use?.launchOptions?.args ?? []), '--host-resolver-rules=MAP gone.test ~NOTFOUND'],
    },
  },
})
