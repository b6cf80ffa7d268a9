const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\bBearer\s+\S+/gi, '[token]'],
  [/\b(token|key|secret|password|session|sid)(["']?\s*[:=]\s*["']?)[^\s"'&,}]+/gi, '$1$2[token]'],
  [/[^\s@"'<>:,;{}[\]()]+@[^\s@"'<>,;{}[\]()]+\.\w+/g, '[e-mail]'],
  // Mobile and fixed lines as they are written in Vietnam, with or without separators.
  [/(?<!\d)(?:\+84|0)(?:[ .-]?\d){8,10}(?!\d)/g, '[phone]'],
  // Identity numbers: 9 digits before 2016, 12 since.
  [/(?<!\d)(?:\d{12}|\d{9})(?!\d)/g, '[id]'],
  [/(?<![\w-])(?=[\w-]*\d)[\w-]{24,}(?![\w-])/g, '[token]'],
]

/** A short one-line sample of foreign text without secrets or personal data, fit for the source page. */
export function redact(text: string, length = 80): string {
  // Cut well behind the length first: a body may be megabytes.
  const line = text
    .slice(0, length * 8)
    .replace(/\s+/g, ' ')
    .trim()
  const clean = SECRETS.reduce((rest, [pattern, mark]) => rest.replace(pattern, mark), line)
  return clean.length > length ? `${clean.slice(0, length - 1)}…` : clean
}
