import type { broken as brokenVi, upkeep as vi } from './vi'

export const upkeep: Record<keyof typeof vi, string> = {
  without: 'no memory',
  withoutWhy: 'The browser refuses to store data: after a restart the screen begins empty.',
  failed: 'update failed',
  failedWhy:
    'The server has a new version that could not be loaded; the screen goes on with the present one.',
  brokenMap: 'The map failed and is being tried again. The rest goes on.',
}

export const broken: Record<keyof typeof brokenVi, string> = {
  panel: 'This panel is misconfigured',
  crash: 'This panel failed to draw. The others go on.',
  city: 'The city file could not be opened',
  mend: 'Mend the file and reload. Check it first with: npm run city:check {file}',
}
