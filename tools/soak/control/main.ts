import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import '../../../src/trustedTypes'

/**
 * The bare page that the soak measures beside the app: the same answers asked for as often, read with JSON.parse, drawn
 * by bare ECharts and bare DOM. What this page keeps per update, the browser and the libraries keep.
 */
const CHARTS = 12
const POINTS = 48

declare global {
  interface Window {
    __control?: { updates: number }
  }
}

use([SVGRenderer, LineChart, BarChart, GridComponent])
const counter = { updates: 0 }
window.__control = counter

const boxes = Array.from({ length: CHARTS }, (_, index) => {
  const box = document.createElement('div')
  const text = document.createElement('p')
  box.setAttribute('class', 'box')
  document.body.append(text, box)
  const chart = init(box, undefined, { renderer: 'svg', width: 400, height: 200 })
  const type = index % 2 === 0 ? 'line' : 'bar'
  chart.setOption({
    animation: false,
    xAxis: { type: 'category' },
    yAxis: {},
    series: [{ id: 'a', type, data: [] }],
  })
  return { chart, text }
})

async function update(path: string, index: number): Promise<void> {
  const answer: unknown = await (await fetch(path)).json()
  const length = JSON.stringify(answer).length
  const { chart, text } = boxes[index % CHARTS] ?? {}
  const now = Date.now()
  const data = Array.from({ length: POINTS }, (_, point) => Math.sin(point + now / 1e4) * length)
  chart?.setOption({ series: [{ id: 'a', data }] })
  if (text) text.textContent = `${length} ${now}`
  counter.updates++
}

const asked = new URLSearchParams(location.search)
const paths = asked.getAll('path')
const everyMs = Number(asked.get('every') ?? '1') * 1000
for (const [index, path] of paths.entries())
  setInterval(() => void update(path, index).catch(() => undefined), everyMs)
