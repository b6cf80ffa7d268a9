/**
 * The default Trusted Types policy, imported before anything else (faults §4.2, where each sink was measured):
 * script addresses of our own origin only (the map's worker), and no HTML but the empty string (ECharts clears
 * its container) and what a DOMParser reads inertly (MapLibre's attribution).
 */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: {
      createScriptURL(url: string): string | null
      createHTML(html: string, type: string, sink: string): string | null
    },
  ): unknown
}

declare global {
  interface Window {
    trustedTypes?: PolicyFactory
  }
}

window.trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
  createHTML: (html, _type, sink) => (html === '' || sink.startsWith('DOMParser') ? html : null),
})

export {}
