import type { ReasonWords } from './contract'
import type { SourceWords } from './vi'

const reasons: ReasonWords = {
  network: {
    short: 'No answer reached this page',
    what: 'A web page cannot know why: a name that does not resolve, a refused connection, a bad TLS certificate and a server that does not allow cross-origin access (CORS) all look exactly the same to a browser.',
    steps: [
      'Open the address above in a browser on this very machine. If it opens and the panel stays empty, the server lacks the CORS header (Access-Control-Allow-Origin).',
      'If it does not open, run “curl -v” with that address in a terminal: it names the failure, be it the name, the connection or the certificate.',
      'Other sources of the same server are silent too: check the city’s gateway and the firewall. Only this one: tell whoever runs the system.',
    ],
  },
  timeout: {
    short: 'No full answer in time',
    what: 'The source did not finish its answer within the deadline below. It may hang, be overloaded, or the line may be too slow; the page cannot tell which.',
    steps: [
      'Time the address above: time curl -s <address> | wc -c.',
      'If it is always this slow, raise the source’s "timeout" in the city file, but not above its interval.',
      'If it used to be fast: tell whoever runs the system, with the moment and the time you measured.',
    ],
  },
  login: {
    short: 'A login is needed (401)',
    what: 'The source answered 401: the request carried no valid credentials.',
    steps: [
      'Credentials live in the city’s gateway, never in this page: renew the key or password of the source there.',
      'Look at the gateway’s log: the key has expired, was revoked, or was never set for this path.',
    ],
  },
  page: {
    short: 'A web page instead of data',
    what: 'The source answered with a web page. That is nearly always a login, a firewall’s block page, or the sign-in of a Wi-Fi network. The page was neither shown nor opened.',
    steps: [
      'Open the address above in a browser to see which page it is.',
      'A login: renew the source’s access at the gateway. The network’s own: sign this machine in to the network.',
      'A block page: have the firewall allow the address of this screen or of the gateway.',
    ],
  },
  forbidden: {
    short: 'Access refused (403)',
    what: 'The source knows who asks and does not allow it. Asking again soon would not help, so the page waits ten minutes.',
    steps: [
      'Ask whoever runs the system to let the gateway’s account read this.',
      'Check the list of allowed IP addresses: the gateway’s may have changed.',
    ],
  },
  gone: {
    short: 'Nothing at this address (404/410)',
    what: 'The server says that nothing is there. The source was removed, renamed or moved.',
    steps: [
      'Ask whoever runs the system for the new address and set the source’s "via" or "url" in the city file.',
      'The address is right and it is still 404: check the gateway’s rule for this path.',
    ],
  },
  throttled: {
    short: 'The source asks for fewer requests (429)',
    what: 'The source says it is asked too often. The page waits as it was told and doubles the interval for a while; if this happened once, nothing needs doing.',
    steps: [
      'Many screens ask the same source: switch on the gateway’s cache, so that the source is asked only once.',
      'Raise the source’s "every" in the city file, or ask for a higher quota.',
    ],
  },
  server: {
    short: 'The source’s server failed',
    what: 'The server took the question and failed inside (a 5xx code). 502, 503 and 504 usually mean that the system behind the gateway is stopped or overloaded.',
    steps: [
      'Tell whoever runs the system, with the code and the moment below.',
      'The page keeps asking, ever less often, and recovers by itself once the source answers.',
    ],
  },
  http: {
    short: 'The server does not take the question',
    what: 'The server answered with another code (see below): most often wrong parameters, or an interface that has changed.',
    steps: [
      'Compare the source’s parameters, method and body in the city file with the system’s present documentation.',
      'Try it before saving: npm run city:check <file>.',
    ],
  },
  shape: {
    short: 'The answer has the wrong shape',
    what: 'The source answered, but not in the shape that the city file describes, or more than a fifth of its records were unusable. The last good data are kept.',
    steps: [
      'Look at the fields left out below: one field broken in every record means that the source renamed it or changed its type.',
      'Set the field’s "path" in the city file, or ask for the old shape back.',
    ],
  },
  parse: {
    short: 'The answer is broken or cut off',
    what: 'What came is not complete JSON or XML: usually cut off on the way, or the source wrote what is no number in the place of one.',
    steps: [
      'Fetch the address above with curl and check it: curl -s <address> | python3 -m json.tool.',
      'Now and then: check the gateway’s limits of size and time. Always: tell whoever runs the system.',
    ],
  },
  limit: {
    short: 'The answer is too large',
    what: 'The answer passed the limit of bytes or of records and was stopped on the way, so that the screen does not run out of memory.',
    steps: [
      'Add a filter (time, area) or paging to the request in the city file.',
      'A large map layer belongs in PMTiles or vector tiles, not in GeoJSON.',
    ],
  },
  refused: {
    short: 'The source’s settings cannot be used',
    what: 'The page refused to ask: the address, connector or options of this source in the city file are not valid. Nothing was sent.',
    steps: [
      'Mend this source’s entry in the city file; the detail below says what is wrong.',
      'Check before reloading: npm run city:check <file>.',
    ],
  },
  kept: {
    short: 'Kept from an earlier run',
    what: 'The screen has just restarted. These data were kept from before; the source has not answered since.',
    steps: ['Wait for the next read; if it fails, the reason stands here.'],
  },
  frozen: {
    short: 'Answers come, but their own time stands still',
    what: 'The source answers well, but the time it gives for its data does not move. What is behind it may have stopped collecting, or a cache returns an old answer.',
    steps: [
      'Tell whoever runs the system: check the devices and the collecting process behind the interface.',
      'Check the gateway’s cache: it must keep answers for less than the interval.',
    ],
  },
  late: {
    short: 'One reading overdue',
    what: 'No new answer within two intervals, or the source’s own time is older than that, or the figures of the new period were not published when due.',
    steps: [
      'Wait for the next read. Figures per period: ask their owner when the next ones come.',
      'If the system is known to publish late, say how late in the source’s “lag” in the city file.',
    ],
  },
  stale: {
    short: 'The data are old',
    what: 'What is kept is older than five intervals, or the new period has been overdue for too long. Not fit to decide on.',
    steps: [
      'Compare the “source’s own time” below with now: if it is old, the system behind stopped updating; tell its owner.',
      'If the source’s clock is wrong, ask for time synchronisation (NTP) there.',
    ],
  },
  partial: {
    short: 'Some data left out or old',
    what: 'The source answers, but some records could not be read or are wrong and do not count, or some places send nothing new. The others are shown.',
    steps: [
      'Look at the fields left out below and tell whoever runs the system, with the examples.',
      'If none was left out: the panel names the places that are old; look at the devices and lines there.',
    ],
  },
  invalid: {
    short: 'The data make no sense',
    what: 'The source answers, but what it says cannot be right and is not used.',
    steps: ['Look at the fields left out below and tell whoever runs the system, with the examples.'],
  },
  waiting: {
    short: 'Waiting for the first answer',
    what: 'The page has just opened and has had no answer of this source yet.',
    steps: [],
  },
  down: {
    short: 'Has never answered',
    what: 'Since the page opened the source has neither answered nor failed.',
    steps: ['Wait for the deadline of the read that is under way; then the reason stands here.'],
  },
  paused: { short: 'Paused', what: 'The source is paused.', steps: [] },
  none: { short: 'Normal', what: 'The source answers on time.', steps: [] },
}

export const sources: SourceWords = {
  title: 'Data sources',
  back: 'Back to the screen',
  close: 'Close the detail',
  search: 'Find a source, system, owner…',
  all: 'All',
  filter: 'Filter by state',
  nothing: 'No source matches.',
  list: 'List of sources',
  column: {
    state: 'State',
    source: 'Source',
    reason: 'Reason',
    good: 'Last success',
    next: 'Next',
    records: 'Records',
    cost: 'Latency, size',
  },
  since: 'since {time}',
  ago: '{age} ago',
  never: 'never',
  reading: 'reading',
  inTime: 'in {time}',
  dropped: '{count} left out',
  owner: 'Owner',
  system: 'System',
  connector: 'Connector',
  address: 'Address',
  every: 'Interval',
  doubled: '{every}, doubled for now',
  timeout: 'Deadline',
  lastTry: 'Last try',
  lastGood: 'Last success',
  failures: 'Failures in a row',
  ofTries: '{failures} ({successes} of {attempts} tries were good)',
  next: 'Next try',
  latency: 'Latency, size',
  records: 'Records',
  recordsRead: '{total} read, {dropped} left out',
  observed: 'The source’s own time',
  observedNone: 'the source does not tell',
  sourceClock: 'The source’s clock',
  serverClock: 'The server’s clock',
  ahead: '{gap} ahead of this screen',
  behind: '{gap} behind this screen',
  agrees: 'agrees (within a minute)',
  unknown: 'not known',
  cadence: 'Data',
  cadences: { live: 'continuous', once: 'published once', period: 'per period' },
  reason: 'Reason',
  facts: 'Measured',
  told: 'Technical detail',
  at: 'at {time}',
  kept: 'The last good data stay on the screen.',
  notKept: 'There are no data yet to keep on the screen.',
  mend: 'How to find out and mend it',
  drift: 'Fields left out',
  driftNote: 'Personal data are removed from the examples.',
  driftColumns: { path: 'Field', reason: 'Why', count: 'Records', sample: 'Example' },
  uses: 'What lives on this source',
  unused: 'No panel, map layer or figure uses this source.',
  usesOf: { panel: 'Panel', layer: 'Map layer', figure: 'Figure' },
  reasons,
}
