/** One row of the reliability matrix (faults §6). */
export interface MatrixRow {
  row: number
  fault: string
  /** How it is made here. */
  made: string
  /** What the screen must do. */
  wanted: string
  /** Why nothing here can test it, or what of it nothing here can test. */
  untested?: string
}

const DESK = 'its server'
type Line = readonly [fault: string, made: string, wanted: string, untested?: string]

/** In the order of the matrix: the first is row 1. */
const LINES: readonly Line[] = [
  [
    'all APIs hang at boot',
    `${DESK} accepts and never answers`,
    'shell ≤ 2,5 s, every panel in a named state ≤ 10 s',
  ],
  ['one API hangs', `${DESK} never answers one path`, 'that panel late at two periods, the others live'],
  [
    'six APIs of one origin hang',
    `${DESK} never answers six paths`,
    'the other panels of the origin stay live; at most four requests at once',
  ],
  [
    'headers come byte by byte',
    'one byte in 200 ms on the socket',
    'late; broken off at the deadline; one request at a time',
  ],
  ['the body comes too slowly', 'the body in ten pieces', 'as row 4'],
  ['DNS gone', 'a name that the resolver does not have', '“no answer since”; no reason claimed'],
  ['refused, reset', 'a closed port; RST', 'as row 6, value kept'],
  ['TLS error', 'a host with a certificate that nobody signed', 'as row 6'],
  ['CORS header missing, on 200 and 500', 'a second host', 'as row 6, value kept'],
  [
    'the whole network gone, back',
    'browser offline for fifteen periods',
    '0 live, one banner; all back within 30 s, spread over 5 s',
  ],
  [
    'the network flaps',
    'browser offline and back twelve times, a hundred times in a unit test; seven faults and recoveries',
    'a panel changes at most once in 10 s; no storm of requests; no listener grows',
  ],
  ['captive portal', `${DESK} redirects all to a page`, 'one banner “sign-in”; the page stays where it is'],
  ['log-in HTML with 200', `${DESK} answers HTML`, 'AUTH on that panel; last value dimmed'],
  ['401 once', 'one answer', 'no visible change'],
  ['401 for ever', 'every answer', 'AUTH; asked at most once in 5 min'],
  ['403', 'every answer', 'AUTH; not asked again for 10 min'],
  ['404, 410', 'every answer', '“source removed”; asked again after 10 min'],
  [
    '429 with Retry-After 120, date, −1, 10⁹',
    'four sources at once',
    'waits as asked ± 20 %, at most 15 min; “asked to wait”',
  ],
  ['500 for ever', 'every answer; probes by jumps of the clock', 'DOWN at the fifth; one probe a minute'],
  ['502 with HTML', 'every answer', 'DOWN or late; the HTML never on the screen'],
  ['200 and 500 by turns', 'every other answer', 'live; no flicker, no alarm'],
  ['truncated by length or chunk', 'the socket ends half-way', 'last good kept, late'],
  [
    'truncated silently',
    'connection ends without a length',
    'INVALID',
    'CSV: no connector reads it; XML in its place',
  ],
  ['wrong content type', 'JSON as text/plain', 'INVALID'],
  ['BOM, UTF-16, Latin-1', 'bytes of JSON and XML', 'the right text or INVALID, never wrong letters'],
  ['204, [], {}, null', 'four sources at once', 'EMPTY, EMPTY, INVALID, INVALID'],
  ['a body of 200 MB', 'a stream without a length', 'broken off, INVALID; renderer + < 50 MB'],
  ['100.000 objects', 'one answer of 3 MB', '20.000 drawn and said so; the screen goes on'],
  ['nesting 200.000 deep', 'one answer', 'INVALID, nothing else'],
  [
    'schema: renamed, missing, other type',
    'one and all of twelve records',
    'drop and count; above 20 % INVALID, last good kept',
  ],
  ['200 seeded mutations of each source', 'tests/fuzz', 'no throw, no NaN, never live with > 20 % dropped'],
  ['NaN, "n/a", "1,234", true, 1e999, −0', 'values of a reading', 'a gap that is counted, never a value'],
  ['duplicate ids', 'two objects with one id', 'one drawn, one counted'],
  ['null, NaN, swapped, string coordinates', 'four objects of 100', '96 drawn, four counted'],
  ['{error} for a FeatureCollection', 'one answer', 'layer kept, INVALID'],
  ['8 of 12 parts', 'four wards missing', '“8/12”, the missing ones named'],
  ['time in the future, seconds for ms, epoch 0', 'times of records', 'held at now and told, or rejected'],
  ['frozen source', 'the same body for ever', 'FROZEN at three periods, time of the last change'],
  ['answers out of order', 'an older answer after a newer one', 'the newest stays'],
  ['a value flaps at its limit', 'a sine', 'at most one alarm per off-delay'],
  ['200 alarms in a minute', '200 figures past their limits', 'flood, first one named, none lost'],
  ['a shelf expires overnight', 'the clock of the test', 'the alarm returns once'],
  ['sleep of 8 h', 'both clocks of the page jump', 'all late at once, then read, at most four at once'],
  ['process stands still for 10 s', 'SIGSTOP, SIGCONT', 'one read of each source; no burst'],
  ['clock −4 h, +4 h, drift of 90 s', 'the wall clock of the page is set', 'said so; ages ≥ 0; polls go on'],
  ['DST, leap day, midnight', 'moments in time zones', 'days of 23 and 25 h; “today” begins once'],
  ['timer of 30 days', 'a period of 30 days', 'nothing fires early'],
  [
    'GPU process crashes once',
    'Browser.crashGpuProcess',
    'charts again ≤ 2 s, map ≤ 5 s',
    'the seconds: the processor draws here',
  ],
  [
    'GPU process crashes three times',
    'the same; supervisor with a real browser',
    'a drawing in place of the map; a new browser by the supervisor',
  ],
  ['context lost while data come', 'WEBGL_lose_context', 'no error; the latest data after it is back'],
  ['30 changes of scene', 'the arrow key', 'one GL context; nodes and listeners as before'],
  ['renderer crashes', 'Page.crash; supervisor with a real browser', 'last good data at once, marked as old'],
  ['out of memory', 'a heap of 64 MB, by the supervisor’s test', 'the supervisor brings a new page'],
  [
    'main thread hangs',
    'a busy loop of 10 s; the supervisor’s test',
    'goes on; the supervisor restarts what does not',
    'a hang of a whole minute',
  ],
  [
    'drawing stops, app alive',
    'the supervisor’s test',
    'redraw, reload, then “service me” within its budget',
  ],
  ['chunk missing after a deploy', 'a file of the build is deleted', 'no blank; one reload at most'],
  ['bad deploy', 'index.html 404; a broken script', 'the running version stays, “update failed”'],
  ['storm of worker events', '20 controllerchange and preloadError events', 'at most one reload in 10 min'],
  [
    'storage full or corrupt',
    'IndexedDB refuses with QuotaExceededError; garbage',
    'runs; “no memory” is said',
  ],
  ['live playlist frozen', '', '“frozen since” ≤ 7 s', 'issue 6: cameras'],
  ['m3u8 404, HTML, bad segment', '', 'retry with back-off', 'issue 6: cameras'],
  ['nine cameras for an hour', '', 'bounded buffers', 'issue 6: cameras; an hour of real time'],
  ['hostile strings in every field', 'answers of every source', 'nothing runs, nothing leaves its box'],
  ['hostile city file', 'files with __proto__, javascript:, secrets', 'refused with the line'],
  [
    'a panel that throws',
    'a number that the formatter of the page refuses',
    'a card in its place; the others live',
  ],
  [
    'demo without a network, 8 h',
    'static files only; browser offline; clocks jump',
    'runs; SIMULATED on every panel',
  ],
  [
    'tablet: turned, an hour in a bag',
    'viewport; clocks jump',
    'fresh ≤ 3 s',
    'low memory: needs the device',
  ],
  [
    'two monitors, one unplugged',
    'viewport and density',
    'new layout; no text cut',
    'the cable: needs the hardware',
  ],
]

export const ROWS: readonly MatrixRow[] = LINES.map(([fault, made, wanted, untested], index) => ({
  row: index + 1,
  fault,
  made,
  wanted,
  ...(untested === undefined ? {} : { untested }),
}))
