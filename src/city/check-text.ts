import { pathText, type Path, type Problem } from './problems'

/** Deep enough for any sensible city file, shallow enough that no reader of it runs out of stack. */
const MAX_DEPTH = 40

export interface CheckedText {
  /** The file's content; undefined when the text is not JSON. */
  json: unknown
  problems: Problem[]
  /** The line (from 1) of every entry, by its path. */
  lines: ReadonlyMap<string, number>
}

/**
 * Reads JSON text and keeps what `JSON.parse` forgets: which keys stand twice, and on which line everything
 * is. Syntax errors carry line and column, the same in every browser.
 */
export function checkText(text: string): CheckedText {
  const clean = text.replace(/^\uFEFF/, '')
  const scan = new Scan(clean)
  const fatal = scan.run()
  const lines = scan.lines
  if (fatal) return { json: undefined, problems: [fatal], lines }
  return { json: JSON.parse(clean), problems: scan.duplicates, lines }
}

class Stop extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** One pass over the grammar of RFC 8259. */
class Scan {
  readonly lines = new Map<string, number>()
  readonly duplicates: Problem[] = []
  private at = 0
  private line = 1
  private lineStart = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** The problem that makes the text unreadable, if there is one. */
  run(): Problem | undefined {
    try {
      this.value([])
      if (this.at < this.text.length) this.fail()
      return undefined
    } catch (error) {
      if (error instanceof Stop) return error.problem
      throw error
    }
  }

  private value(path: Path): void {
    this.space()
    if (path.length > MAX_DEPTH) {
      throw new Stop({ ...this.here('depth', path, ''), detail: String(MAX_DEPTH) })
    }
    if (path.length > 0 && !this.lines.has(pathText(path))) this.lines.set(pathText(path), this.line)
    const next = this.text[this.at]
    if (next === '{') this.object(path)
    else if (next === '[') this.list(path)
    else if (next === '"') this.take(STRING)
    else this.take(ATOM)
    this.space()
  }

  private object(path: Path): void {
    const seen = new Set<string>()
    this.items('}', () => {
      this.space()
      const key: unknown = JSON.parse(this.take(STRING))
      const name = String(key)
      if (seen.has(name)) this.duplicates.push(this.here('duplicate-key', [...path, name], name))
      seen.add(name)
      this.lines.set(pathText([...path, name]), this.line)
      this.space()
      this.take(COLON)
      this.value([...path, name])
    })
  }

  private list(path: Path): void {
    let index = 0
    this.items(']', () => this.value([...path, index++]))
  }

  private items(close: string, item: () => void): void {
    this.at += 1
    this.space()
    if (this.text[this.at] !== close) {
      item()
      while (this.text[this.at] === ',') {
        this.at += 1
        item()
      }
    }
    if (this.text[this.at] !== close) this.fail()
    this.at += 1
  }

  private take(token: RegExp): string {
    token.lastIndex = this.at
    const found = token.exec(this.text)?.[0]
    if (found === undefined) this.fail()
    this.at += found.length
    return found
  }

  private space(): void {
    for (; /[ \t\r\n]/.test(this.text[this.at] ?? ''); this.at += 1) {
      if (this.text[this.at] !== '\n') continue
      this.line += 1
      this.lineStart = this.at + 1
    }
  }

  private fail(): never {
    const found = this.text[this.at]
    const problem = this.here('syntax', [], found === undefined ? '⏎' : `“${found}”`)
    throw new Stop({ ...problem, detail: String(this.at - this.lineStart + 1) })
  }

  private here(code: Problem['code'], path: Path, value: string): Problem {
    const severity = code === 'duplicate-key' ? 'entry' : 'file'
    return { path: pathText(path), code, value, known: [], severity, line: this.line }
  }
}

const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const ATOM = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y
const COLON = /:/y
