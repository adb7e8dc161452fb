import type { FormFields } from '#server/fields.ts'

/** What a form sent, a repeated name as a list. The address's own parameters win, so a form cannot rename its subject. */
export async function formFields(
  request: Request,
  params: Record<string, string | undefined> = {},
): Promise<FormFields> {
  const form = await request.formData()
  const fields: Record<string, FormDataEntryValue | FormDataEntryValue[]> = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name)
    const only = values[0]
    if (only !== undefined) fields[name] = values.length === 1 ? only : values
  }
  return { ...fields, ...params }
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
