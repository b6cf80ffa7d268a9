import { execFileSync } from 'node:child_process'

/** A production build into `outDir`. In a process of its own: this one has already chosen development. */
export function makeBuild(outDir: string): void {
  const args = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--outDir',
    outDir,
    '--emptyOutDir',
    '--logLevel',
    'error',
  ]
  execFileSync(process.execPath, args, { env: { ...process.env, NODE_ENV: 'production' }, stdio: 'inherit' })
}
