import type { JsonSchema } from '@valibot/to-json-schema'

/** A Markdown table of an object's fields. */
export function table({ properties = {}, required = [] }: JsonSchema): string {
  const rows = Object.entries(properties).map(([name, part]) => {
    const field = typeof part === 'boolean' ? {} : part
    const must = required.includes(name) ? 'yes' : ''
    const preset = field.default === undefined ? '' : code(JSON.stringify(field.default))
    return `| ${[code(name), must, form(field), preset, field.description ?? ''].join(' | ')} |`
  })
  if (rows.length === 0) return 'No options.'
  return ['| Field | Required | Form | Default | Meaning |', '| - | - | - | - | - |', ...rows].join('\n')
}

/** What may stand there, in a few words. */
function form(field: JsonSchema): string {
  if (field.$ref) return field.$ref.replace('#/$defs/', '')
  if (field.const !== undefined) return code(JSON.stringify(field.const))
  if (field.enum) return field.enum.map((value) => code(JSON.stringify(value))).join(', ')
  if (field.anyOf) return [...new Set(field.anyOf.map(inner))].join(' or ')
  if (field.type === 'array') return `list of ${list(field)}`
  if (field.type === 'object') return objectForm(field)
  if (field.examples) return `duration, such as ${code(JSON.stringify(Object.values(field.examples)[0]))}`
  return [String(field.type ?? 'anything'), limits(field)].filter(Boolean).join(' ')
}

function inner(part: JsonSchema | boolean): string {
  return typeof part === 'boolean' ? 'anything' : form(part)
}

function list({ items }: JsonSchema): string {
  if (Array.isArray(items)) return `${items.length}: ${items.map(inner).join(', ')}`
  return items === undefined ? 'anything' : inner(items)
}

function objectForm({ properties, additionalProperties }: JsonSchema): string {
  if (properties) return `{ ${Object.keys(properties).map(code).join(', ')} }`
  return typeof additionalProperties === 'object' ? `names with ${form(additionalProperties)}` : 'object'
}

function limits({ minimum, maximum }: JsonSchema): string {
  if (minimum === undefined && maximum === undefined) return ''
  return `${minimum ?? ''}–${maximum ?? ''}`
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``
}
