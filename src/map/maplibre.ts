import '@fontsource/noto-sans/latin-400.css'
import '@fontsource/noto-sans/latin-600.css'
import '@fontsource/noto-sans/latin-ext-400.css'
import '@fontsource/noto-sans/latin-ext-600.css'
import '@fontsource/noto-sans/vietnamese-400.css'
import '@fontsource/noto-sans/vietnamese-600.css'
import 'maplibre-gl/dist/maplibre-gl.css'
import { setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

// A file of our own origin: a strict CSP needs no blob: for it.
setWorkerUrl(workerUrl)

/** Letters of every subset that the labels use: Latin, its extension, and stacked Vietnamese marks. */
const SAMPLE = 'AăễởĐ'

/**
 * Resolves when the map's own font is there. MapLibre draws each letter once and keeps it, so a letter that
 * comes before its font would stay in the wrong face. A font that cannot be had is not waited for.
 */
export async function loadMapFonts(): Promise<void> {
  const faces = ['400 48px "Noto Sans"', '600 48px "Noto Sans"']
  await Promise.allSettled(faces.map((face) => document.fonts.load(face, SAMPLE)))
}

export { Map } from 'maplibre-gl'
