import { defineConfig } from 'vite'
import vue from '@vitejs/plugin-vue'
import manifest from './package.json' with { type: 'json' }
import { buildFile } from './tools/buildFile.ts'

// Relative base: one build runs under any path of any static server.
export default defineConfig({
  base: './',
  plugins: [vue(), buildFile(manifest.version)],
  define: {
    __VERSION__: JSON.stringify(manifest.version),
    // Of vue-i18n only useI18n is used: the older API and its components stay out of the build.
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
  },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // Debian's nginx 1.22 has no MIME type for .mjs and browsers refuse such a module worker.
        assetFileNames: (asset) =>
          asset.names[0]?.endsWith('.mjs') ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]',
        codeSplitting: {
          // Groups take dependencies along, so Vue goes first or the chart chunk would swallow it.
          groups: [
            {
              name: 'vue',
              test: /node_modules\/(@vue|vue|pinia|@pinia|vue-router|vue-i18n|@intlify|@vueuse|valibot)\//,
              priority: 40,
            },
            { name: 'charts', test: /node_modules\/(echarts|zrender|vue-echarts)\//, priority: 30 },
            { name: 'maplibre', test: /node_modules\/(maplibre-gl|@maplibre|@mapbox)\//, priority: 30 },
          ],
        },
      },
    },
  },
})
