import { once } from 'node:events'
import { createServer } from 'node:http'

/**
 * A page that shows a supervisor what the app shows it: a clock, a heartbeat and a map with WebGL. It does what it is
 * ordered: `hang`, `freeze` (the pixels stand still, the heartbeat goes on), `oom`.
 */
const PAGE = `<!doctype html><meta charset="utf-8"><div id="app">
<time class="clock"><span class="time"></span></time><canvas class="maplibregl-canvas"></canvas></div>
<script>
let beat = 0, frozen = false
window.__toancanh = () => ({ beat, alarms: [] })
setInterval(() => {
  beat++
  if (!frozen) document.querySelector('.time').textContent = new Date().toISOString()
}, 100)
const simple = () => {
  document.querySelector('canvas').remove()
  document.body.append(Object.assign(document.createElement('p'), { className: 'map-fallback' }))
}
const canvas = document.querySelector('canvas')
let lost
canvas.addEventListener('webglcontextlost', (event) => {
  event.preventDefault()
  lost = setTimeout(simple, 1500)
})
canvas.addEventListener('webglcontextrestored', () => clearTimeout(lost))
if (!canvas.getContext('webgl2')) simple()
const orders = {
  hang() { for (;;); },
  freeze() { frozen = true },
  oom() { const all = []; for (;;) all.push(new Array(1000).fill(1.5).map((each) => ({ each }))) },
}
setInterval(async () => orders[await (await fetch('/order')).text()]?.(), 200)
</script>`

export type Order = 'hang' | 'freeze' | 'oom'

/** Serves that page on a port of this machine. */
export async function wallPage() {
  const waiting: Order[] = []
  let loads = 0
  let lasting: Order | undefined
  let down = false
  const server = createServer((request, response) => {
    if (request.url === '/order') return response.end(lasting ?? waiting.shift() ?? '')
    if (down) return response.writeHead(502).end('<h1>Bad Gateway</h1>')
    // A supervisor that probes does not count as one who looks.
    if (request.headers['sec-fetch-dest'] === 'document') loads++
    response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}/#/wall`,
    loads: () => loads,
    /** The page that is open does it, once. */
    order: (what: Order) => void waiting.push(what),
    /** Every page does it, until told otherwise. */
    always: (what: Order | undefined) => void (lasting = what),
    /** Whether the gateway in front of the page answers in its place. */
    fails: (is: boolean) => void (down = is),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
