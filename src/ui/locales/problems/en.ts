import type { problems as viProblems, words as viWords } from './vi'

export const problems: Record<keyof typeof viProblems, string> = {
  'city-id':
    '“{value}” is neither the id of a city nor an http(s) address nor a path to a .json file. Use for instance ?city=kien-an or ?city=cities/kien-an.json.',
  unreachable:
    '{value} could not be loaded ({detail}). Check the address, the server and the network; a file on another server needs that server to allow cross-origin reads (CORS).',
  http: 'The server answered {detail} for {value}. Check the name of the file and that the server may read it.',
  html: '{value} returned a web page instead of JSON, most often a sign-in or an error page. Open the address in a browser to see it.',
  size: '{value} is too large ({detail}). A city file only describes; keep data and maps in files of their own.',
  syntax:
    'This is not valid JSON: {value} at line {line}, column {detail}. Look at the commas, brackets and quotes around it.',
  depth: 'Entries are nested more than {detail} deep. Flatten this part.',
  'duplicate-key':
    'The key “{value}” is written twice in the same entry, so one of them would be lost. Remove or rename one.',
  version: 'Schema version {value} is not supported. Write "schema": 1.',
  'no-scene':
    'No scene can be used, so there is nothing to show. Write at least one scene with its panels under "scenes".',

  'secret-key':
    'Everyone who opens the page can read this file, so it must not hold the key “{value}”. Remove it and let the city’s gateway add the credentials.',
  'secret-value':
    'The value looks like a password or an access token. Everyone who opens the page can read this file: remove it, change the credential, and let the city’s gateway add it.',
  script: 'The value {value} holds code that could run. A city file holds data only: remove it.',
  'prototype-key': 'The key “{value}” is forbidden because it can corrupt a program. Rename it.',
  url: 'The address {value} cannot be used. Write it in full, https://… or http://…, or as a path relative to this file.',

  missing: 'This required entry is missing. Add it.',
  'unknown-key': 'There is no entry called “{value}” here. Correct its name or remove it.',
  type: 'This must be {detail}, but the file says {value}. Correct the value.',
  choice: 'The value {value} cannot be used here. Choose one of the allowed values.',
  empty: 'This entry is empty. Fill it in.',
  range: 'The value {value} is outside what is allowed ({detail}). Correct it.',
  integer: 'The value {value} must be a whole number. Remove the decimals.',
  id: '“{value}” cannot be used as a name. A name has lower-case letters without marks, digits, dashes and dots, and starts with a letter or a digit.',
  duration:
    'The value {value} is not a length of time. Write it as ISO 8601: PT30S is 30 seconds, PT15M is 15 minutes, P1D is a day; a poll interval is at most P1D.',
  zone: 'There is no time zone {value}. Use an IANA name such as Asia/Ho_Chi_Minh.',
  path: '{value} is not a valid JSONPath. A path starts with $, such as $.data[*] or $.total.',
  one: 'Each entry here must have exactly one of "reading", "feature" and "item". Keep one.',
  address: 'A source must have exactly one address: "via" (a path on the gateway) or "url". Keep one.',
  template:
    'The value {value} has a placeholder that cannot be read. Between double braces write only year, month, day or date.',
  secret:
    'The name {value} is a place for credentials, and everyone who opens the page can read this file. Let the city’s gateway add it.',
  option: 'The value {value} is not valid: {detail}. Correct it.',

  'bounds-order':
    'The bounds {value} are inverted or outside the earth. The order is west, south, east, north in degrees (longitude first), such as [106.56, 20.75, 106.72, 20.86].',
  'bounds-center':
    'The centre {value} lies outside the bounds {detail}. Check whether longitude and latitude have changed places.',
  'plausible-order': 'The plausible range {value} is inverted. Write the smaller number first.',
  'limits-order':
    'The limits {value} are inverted: with "better": "{detail}", the alarm limit must be worse than the warning limit. Swap the numbers or correct "better".',
  'limits-neither':
    'A figure with limits {value} must say which side is good. Set "better" to "high" or "low".',
  'no-owner':
    'The limits {value} would raise an alarm that nobody answers for. Give the figure an "owner": the name of one of the "organisations".',
  'deadband-wide':
    'The deadband {value} is too wide: at most {detail}, or an alarm might never return. It must not be wider than the distance between "warn" and "alarm", nor lead outside the plausible range. Make "deadband" smaller.',
  'hours-empty':
    'The hours {value} begin and end at the same time, so the scene would never be shown. Correct "from" or "to", or leave "hours" out to show it all day.',
  'no-gateway':
    'The source uses "via" ({value}), but the file names no gateway. Add "gateway" at the top of the file, or use "url".',

  'unknown-connector': 'There is no connector called “{value}”. Choose one that exists.',
  'unknown-layer-kind': 'There is no kind of layer called “{value}”. Choose one that exists.',
  'unknown-panel-kind': 'There is no kind of panel called “{value}”. Choose one that exists.',
  'unknown-source': 'The file has no source called “{value}”. Correct the name or add it under "sources".',
  'unknown-figure': 'The file has no figure called “{value}”. Correct the name or add it under "figures".',
  'unknown-layer': 'The file has no layer called “{value}”. Correct the name or add it under "layers".',
  'unknown-panel': 'The file has no panel called “{value}”. Correct the name or add it under "panels".',
  'unknown-scene': 'The file has no scene called “{value}”. Correct the name or add it under "scenes".',
  'area-code':
    'The code {value} is also that of “{detail}” at the same time. Codes were given to other places in 2025: write "validFrom" and "validTo" so that the two do not share a day.',
  'unknown-area': 'The file has no area called “{value}”. Correct the name or add it under "areas".',
  'unknown-organisation':
    'The file has no organisation called “{value}”. Correct the name or add it under "organisations".',
  'unknown-document':
    'The file has no document called “{value}”. Correct the name or add it under "documents".',
  'broken-source': 'Switched off because the source “{value}” has an error at {detail}. Mend that one first.',
  'broken-figure': 'Switched off because the figure “{value}” has an error at {detail}. Mend that one first.',
}

export const words: Record<keyof typeof viWords, string> = {
  string: 'text in quotes',
  number: 'a number (without quotes)',
  boolean: 'true or false',
  object: 'an entry with keys in braces {…}',
  array: 'a list in square brackets […]',
  nothing: 'nothing',
  file: 'the whole file',
  line: 'line {line}',
  guess: 'Did you mean “{name}”?',
  known: 'What would do: {names}.',
  more: 'and {count} more',
}
