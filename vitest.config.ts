import { defineConfig, mergeConfig } from 'vitest/config'
import base from './vite.config.ts'

export default mergeConfig(
  base,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            // Our modules hold no state but caches, so files share them: 16 s instead of 80.
            isolate: false,
            environment: 'happy-dom',
            include: ['src/**/*.test.ts', 'tests/*.test.ts'],
            setupFiles: ['tests/setup.ts'],
            // Without a URL of its own happy-dom preflights every request, which MSW reports as unhandled.
            environmentOptions: { happyDOM: { url: 'http://localhost/' } },
          },
        },
        {
          extends: true,
          test: {
            name: 'servers',
            environment: 'node',
            include: ['tests/servers/**/*.test.ts'],
            // Two minutes of crashing browsers: with the fault matrix (`npm run faults`).
            exclude: process.env.LONG ? [] : ['tests/servers/supervisor.test.ts'],
            testTimeout: 30_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  }),
)
