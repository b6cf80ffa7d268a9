// @ts-check
/** The supervisor's own page, in place of the app: it waits for the server, or it asks for somebody. No script, no network. */

/** @import { Incident, Remedy, Trouble } from './types.ts' */
/** @typedef {readonly [vi: string, en: string]} Words */

/** @type {Record<Trouble, Words>} */
const TROUBLES = {
  'browser-gone': ['Trình duyệt tự thoát', 'The browser ends by itself'],
  crashed: ['Trang bị sập', 'The page crashes'],
  hung: ['Trang bị treo', 'The page hangs'],
  'no-app': ['Ứng dụng không khởi động', 'The app does not start'],
  'no-heartbeat': ['Ứng dụng đứng im', 'The app stands still'],
  'not-painting': ['Hình không còn được vẽ lại', 'The picture is not drawn any more'],
  memory: ['Dùng quá nhiều bộ nhớ', 'It needs too much memory'],
  'webgl-gone': ['Mất đồ họa WebGL', 'WebGL is lost'],
  'map-stuck': ['Bản đồ không tải được', 'The map does not load'],
}

/** @type {Record<Remedy, Words>} */
const REMEDIES = {
  redraw: ['vẽ lại', 'drawn again'],
  reload: ['tải lại', 'reloaded'],
  tab: ['thẻ mới', 'new tab'],
  browser: ['trình duyệt mới', 'new browser'],
  reboot: ['khởi động lại máy', 'rebooted'],
}

/**
 * @param {{ screen: string, address: string, since: number }} about
 * @returns {string} an address to open
 */
export function waitingCard({ screen, address, since }) {
  return card(
    ['Đang chờ máy chủ', 'Waiting for the server'],
    [
      [
        ['Máy chủ', 'Server'],
        [host(address), host(address)],
      ],
      [['Từ lúc', 'Since'], both(moment(since))],
    ],
    screen,
  )
}

/**
 * @param {{ screen: string, address: string, incident: Incident | undefined, next: number }} about next: when the
 * supervisor tries again by itself
 * @returns {string} an address to open
 */
export function serviceCard({ screen, address, incident, next }) {
  const { trouble, since, acts } = incident ?? { trouble: 'browser-gone', since: next, acts: [] }
  return card(
    ['Màn hình này cần được kiểm tra', 'This screen needs service'],
    [
      [['Hỏng', 'Fault'], TROUBLES[trouble]],
      [['Từ lúc', 'Since'], both(moment(since))],
      [['Đã thử', 'Tried'], tried(acts.map(({ step }) => step))],
      [['Tự thử lại lúc', 'Next try'], both(Number.isFinite(next) ? moment(next) : '–')],
      [['Máy chủ', 'Server'], both(host(address))],
    ],
    screen,
  )
}

/** @param {readonly Remedy[]} steps @returns {Words} such as "drawn again, reloaded × 3" */
function tried(steps) {
  const counts = new Map(steps.map((step) => [step, steps.filter((each) => each === step).length]))
  /** @param {0 | 1} language */
  const list = (language) =>
    [...counts]
      .map(([step, count]) => REMEDIES[step][language] + (count > 1 ? ` × ${count}` : ''))
      .join(', ') || '–'
  return [list(0), list(1)]
}

/** @param {string} text @returns {Words} */
const both = (text) => [text, text]

/** The host alone: the rest of an address may hold what a public wall must not show (faults S23). @param {string} address */
function host(address) {
  return new URL(address).host
}

/** @param {number} at ms */
function moment(at) {
  return new Intl.DateTimeFormat('vi-VN', {
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

/** @param {Words} title @param {readonly (readonly [Words, Words])[]} rows @param {string} screen */
function card(title, rows, screen) {
  /** @param {0 | 1} language */
  const part = (language) =>
    `<section lang="${language === 0 ? 'vi' : 'en'}"><h1>${safe(title[language])}</h1><dl>${rows
      .map(([name, value]) => `<dt>${safe(name[language])}</dt><dd>${safe(value[language])}</dd>`)
      .join('')}</dl></section>`
  const html = `<!doctype html><meta charset="utf-8"><title>Toàn Cảnh</title><style>${STYLE}</style>
<main>${part(0)}${part(1)}<footer>Toàn Cảnh${screen ? ` · ${safe(screen)}` : ''}</footer></main>`
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`
}

/** @param {string} text */
function safe(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

// Read from across the room: the title is a twentieth of the height, nothing is coloured but its edge.
const STYLE = `
html { background: #23262a; color: #e6e6e6; font: 3.2vh/1.4 'Noto Sans', sans-serif }
body { margin: 0; display: grid; min-height: 100vh; place-content: center }
main { padding: 4vh 6vw; border-left: 1.2vh solid #d9a441 }
section + section { margin-top: 5vh; color: #b9bdc2 }
h1 { margin: 0 0 1.5vh; font-size: 5vh; line-height: 1.2 }
dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; column-gap: 2em }
dt { color: #a3a8ae } dd { margin: 0 }
footer { margin-top: 5vh; color: #a3a8ae }`
