import type { Heard } from './acts-heard.ts'
import type { DemoThings } from './demo-things.ts'
import { validBody } from './valid-bodies.ts'

type More = Record<string, unknown>

/** What a page sends for an act, whole; with more beside it when given, each value as a form can carry it. */
export function formFor(
  { act, contract }: Pick<Heard, 'act' | 'contract'>,
  things: DemoThings,
  given: { sessionId: string; spreadsheet: File },
  more: More = {},
): URLSearchParams | FormData | string {
  // The one page that scripts ask sends what its phone kept.
  if (act === 'responses/sendWhole')
    return JSON.stringify({ ...more, by: 'link', fields: {}, clientId: things.absent })
  const body = validBody(act, contract, things, { sessionId: given.sessionId })
  for (const [name, value] of Object.entries(more)) if (!body.has(name)) body.append(name, inForm(value))
  if (!body.has('file')) return body
  const form = new FormData()
  for (const [name, value] of body) if (name !== 'file') form.append(name, value)
  form.append('file', given.spreadsheet)
  return form
}

function inForm(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
