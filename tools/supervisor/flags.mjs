// @ts-check
/** How Chromium is started on a wall. */

/**
 * @typedef {{
 *   profile: string, headless: boolean,
 *   position: string | undefined, size: string | undefined,
 *   flags: readonly string[],
 * }} Launch
 */

/** What a wall has nobody for, or must not do by itself. */
const FEATURES_OFF = [
  // Windows on another screen or behind another count as hidden, and hidden pages are slowed down.
  'CalculateNativeWinOcclusion',
  // A question on the screen ("access devices on your network?") that nobody answers.
  'LocalNetworkAccessChecks',
  'Translate',
  'MediaRouter',
  'OptimizationHints',
]

const ALWAYS = [
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  // Dialogs and bubbles that would lie over the wall for ever.
  '--noerrdialogs',
  '--disable-session-crashed-bubble',
  '--hide-crash-restore-bubble',
  '--disable-hang-monitor',
  '--disable-prompt-on-repost',
  '--deny-permission-prompts',
  '--password-store=basic',
  // A wall has no pointer, no focus and sometimes no visible window: it works all the same.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--autoplay-policy=no-user-gesture-required',
  // No gestures on touch screens that leave the page.
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  // The system updates the browser; a wall calls nobody.
  '--check-for-update-interval=31536000',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-sync',
]

/** @param {Launch} launch @returns {string[]} */
export function chromiumFlags({ profile, headless, position, size, flags }) {
  // Chromium takes the last list only, so lists are joined.
  const off = flags.filter((flag) => flag.startsWith('--disable-features='))
  const features = [...FEATURES_OFF, ...off.flatMap((flag) => flag.slice(flag.indexOf('=') + 1).split(','))]
  return [
    ...ALWAYS,
    `--user-data-dir=${profile}`,
    `--disable-features=${features.join(',')}`,
    headless ? '--headless=new' : '--kiosk',
    ...(position === undefined ? [] : [`--window-position=${position}`]),
    ...(size === undefined ? [] : [`--window-size=${size}`]),
    ...flags.filter((flag) => !off.includes(flag)),
  ]
}
