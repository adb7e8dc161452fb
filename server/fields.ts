import { z } from 'zod'
import type { FieldRefusal } from './refusal.ts'
import { Refusal } from './refusal.ts'
import { romeMoment } from './rome-moment.ts'

/** What a browser's form sends: text or files by name, a repeated name as a list. */
export type FormFields = { readonly [name: string]: FormFieldValue | FormFieldValue[] | undefined }
type FormFieldValue = string | File

/** An id of ours; anything else was not made here and is absent, so no second answer can tell them apart. */
export const id = z.guid('not-valid')

/** Chosen by the sender so that a retry returns the first result. Forms carry it in a hidden field. */
export const clientId = z.guid('not-valid').optional()

/** Control characters, and those that turn the direction of what follows: nobody writes them in a line. */
// oxlint-disable-next-line no-control-regex -- they are what it looks for
const unwritten = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u

/** One line of text a person typed; inner white space is folded, so that two alike look alike. */
export function line(least: number, most: number) {
  return z
    .string('needed')
    .transform((text) => text.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim())
    .refine((text) => text.length >= least, least <= 1 ? 'needed' : 'too-short')
    .refine((text) => text.length <= most, { error: 'too-long', params: { most } })
    .refine((text) => !unwritten.test(text), 'not-valid')
}

/** Text of several lines; line ends are made alike. */
export function lines(least: number, most: number) {
  return z
    .string('needed')
    .transform((text) => text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .refine((text) => text.length >= least, least <= 1 ? 'needed' : 'too-short')
    .refine((text) => text.length <= most, { error: 'too-long', params: { most } })
    .refine((text) => !text.includes('\u0000'), 'not-valid')
}

/** A field that a form sends empty when it was left alone. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((given) => (given === '' || given === null ? undefined : given), schema.optional())
}

/** A list that a form sends as nothing, one value, or several. */
export function list<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(
    (given) => (given === undefined || given === '' ? [] : Array.isArray(given) ? given : [given]),
    z.array(schema),
  )
}

/** A calendar day, `2026-05-14`. */
export const day = z.iso.date('not-a-day')

/** A day and an hour on the clocks of Italy, as a form sends them, or a full ISO moment. */
export const moment = z
  .string('needed')
  .min(1, 'needed')
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?$/, 'not-a-day')
  // The language takes the 30th of February for the 2nd of March.
  .refine((text) => day.safeParse(text.slice(0, 10)).success, 'not-a-day')
  .transform((text) => (/(Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : romeMoment(text)))
  .refine((date) => !Number.isNaN(date.getTime()), 'not-a-day')

/** A whole number that a form sends as text. */
export function wholeNumber(least: number, most: number) {
  return z.preprocess(
    (given) => (typeof given === 'string' && /^-?\d{1,9}$/.test(given.trim()) ? Number(given) : given),
    z.int('not-a-number').min(least, { error: 'too-small' }).max(most, { error: 'too-big' }),
  )
}

export const email = z
  .string('needed')
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email('not-an-email').max(254, 'too-long'))

/** A page of a list goes on after the last row of the page before (keyset), never by counting rows. */
export const after = optional(
  z
    .string()
    .max(200, 'not-valid')
    .regex(/^[\w:.+~-]+$/, 'not-valid'),
)

const reasons = new Set([
  'needed',
  'too-short',
  'too-long',
  'not-valid',
  'not-a-day',
  'not-a-number',
  'too-small',
  'too-big',
  'not-an-email',
  'not-in-list',
  'unknown-field',
])

/** Parses what was asked by its contract, or refuses with a reason at each field. */
export function parse<Schema extends z.ZodType>(schema: Schema, asked: unknown): z.output<Schema> {
  const parsed = schema.safeParse(asked, { reportInput: true })
  if (parsed.success) return parsed.data
  const fields: Record<string, FieldRefusal> = {}
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) fields[key] ??= { reason: 'unknown-field' }
      continue
    }
    const name = String(issue.path[0] ?? '')
    fields[name] ??= fieldRefusal(issue)
  }
  throw new Refusal('invalid', 'fields', { fields })
}

function fieldRefusal(issue: z.core.$ZodIssue): FieldRefusal {
  const values: Record<string, string | number> = {}
  if ('maximum' in issue) values['most'] = Number(issue.maximum)
  if ('minimum' in issue) values['least'] = Number(issue.minimum)
  if (issue.code === 'custom' && typeof issue.params?.['most'] === 'number')
    values['most'] = issue.params['most']
  return { reason: reasonOf(issue), ...(Object.keys(values).length > 0 ? { values } : {}) }
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (reasons.has(issue.message) || /^[a-z]+(-[a-z]+)+$/.test(issue.message)) return issue.message
  const { code, input } = issue
  if (code === 'too_small') return 'too-short'
  if (code === 'too_big') return 'too-long'
  if (code === 'invalid_value') return input === undefined || input === '' ? 'needed' : 'not-in-list'
  return code === 'invalid_type' && input === undefined ? 'needed' : 'not-valid'
}
