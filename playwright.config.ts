import { defineConfig, devices } from '@playwright/test'

const PORT = 4173
const address = `http://127.0.0.1:${PORT}`

// One worker: the map draws on the processor here, and two of them would only slow each other down.
export default defineConfig({
  testDir: 'tests/e2e',
  // Minutes of waiting for updates and restarts: with the fault matrix (`npm run faults`), not with every test run.
  testIgnore: process.env.LONG ? [] : ['survival.spec.ts'],
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: address,
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
    command: `node tools/run.mjs tools/serve.ts --port ${PORT} --strict --faults`,
    url: address,
    timeout: 60_000,
    reuseExistingServer: false,
  },
})
