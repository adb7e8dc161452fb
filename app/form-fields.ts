import type { FormFields } from '#server/fields.ts'

/** No form here comes near this many; each would cost time although nothing asks for it. */
const mostNames = 5_000

/** What a form sent, a repeated name as a list. The address's own parameters win, so a form cannot rename its subject. */
export async function formFields(
  request: Request,
  params: Record<string, string | undefined> = {},
): Promise<FormFields> {
  const form = await request.formData().catch(notReadable)
  // Gone through once: asking for each name by itself takes minutes for a form made to do that.
  const fields = new Map<string, FormDataEntryValue | FormDataEntryValue[]>()
  for (const [name, value] of form) {
    const before = fields.get(name)
    if (before === undefined) fields.set(name, value)
    else if (Array.isArray(before)) before.push(value)
    else fields.set(name, [before, value])
    if (fields.size > mostNames) notReadable()
  }
  return { ...Object.fromEntries(fields), ...params }
}

/** Cut off on its way, or not made by a form of ours. */
function notReadable(): never {
  throw Response.json({ reason: 'form-not-readable' }, { status: 422 })
}

/** What an address asked, of the names a page knows. */
export function searchFields(request: Request, names: readonly string[]): FormFields {
  const search = new URL(request.url).searchParams
  const fields: Record<string, string | string[]> = {}
  for (const name of names) {
    const values = search.getAll(name).filter((value) => value !== '')
    const only = values[0]
    if (only !== undefined) fields[name] = values.length === 1 ? only : values
  }
  return fields
}
