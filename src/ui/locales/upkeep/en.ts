import type { broken as brokenVi, upkeep as vi } from './vi'

export const upkeep: Record<keyof typeof vi, string> = {
  without: 'no memory',
  withoutWhy: 'The browser refuses to store data: after a restart the screen begins empty.',
  failed: 'update failed',
  failedWhy:
    'The server has a new version, but that or the city file could not be loaded; the screen goes on with the present one.',
  missing: '{files} missing',
  missingDo: 'check the server; retrying',
  wrong: '{count} wrong: {files}',
  wrongDo: 'see npm run city:check',
  incomplete: 'City file incomplete or wrong: cannot tell',
  brokenMap: 'The map failed and is being tried again. The rest goes on.',
}

export const broken: Record<keyof typeof brokenVi, string> = {
  panel: 'This panel is misconfigured',
  crash: 'This panel failed to draw. The others go on.',
  city: 'The city file could not be opened',
  mend: 'Mend the file and check it with: npm run city:check {file}',
  again: 'This page reads the file again within a minute and starts by itself as soon as it can be used.',
}
