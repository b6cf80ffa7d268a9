import { readFileSync } from 'node:fs'
import type { JsonSchema } from '@valibot/to-json-schema'

/** A doc comment and the schema field below it. */
const DOCUMENTED = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*(\w+): (?:v\.|[A-Z])[^\n]*[,({[]\n/g

/**
 * The doc comments of schema fields in these files, by field name, so that the editor's help and the page say
 * what the code says. A name with two different comments has none here.
 */
export function commentsOf(files: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const file of files) {
    for (const [, comment = '', name = ''] of readFileSync(file, 'utf8').matchAll(DOCUMENTED)) {
      const text = comment
        .replace(/^\s*\*/gm, '')
        .replace(/\s+/g, ' ')
        .trim()
      found.set(name, found.has(name) && found.get(name) !== text ? '' : text)
    }
  }
  return new Map([...found].filter(([, text]) => text !== ''))
}

/** The schema with a description at every property that has a comment. */
export function annotate(schema: JsonSchema, comments: ReadonlyMap<string, string>): JsonSchema {
  const inner = (part: JsonSchema | boolean) => (typeof part === 'boolean' ? part : annotate(part, comments))
  const { properties, items, anyOf, ...rest } = schema
  return {
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, part]) => {
          const description = comments.get(name)
          const annotated = inner(part)
          return [
            name,
            description && typeof annotated === 'object' ? { description, ...annotated } : annotated,
          ]
        }),
      ),
    }),
    ...(items !== undefined && { items: Array.isArray(items) ? items.map(inner) : inner(items) }),
    ...(anyOf && { anyOf: anyOf.map(inner) }),
  }
}
