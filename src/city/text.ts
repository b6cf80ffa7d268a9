import * as v from 'valibot'

/** Every string a person reads exists in Vietnamese (first) and English (second). */
export const Text = v.strictObject({
  vi: v.pipe(v.string(), v.minLength(1)),
  en: v.pipe(v.string(), v.minLength(1)),
})
export type Text = v.InferOutput<typeof Text>

export type Language = keyof Text

/** Names that other parts of the city file refer to: lower case, digits, dashes. */
export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]*$/, 'id'))
export type Id = string
