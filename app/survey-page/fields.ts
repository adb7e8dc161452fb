/** What a form would send, without files: a name that stands twice as a list. */
export function fieldsOf(form: HTMLFormElement): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') continue
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  return fields
}

/** Puts what was typed back where it was typed. */
export function putFields(form: HTMLFormElement, fields: Record<string, string | string[]>): void {
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'input[name], select[name], textarea[name]',
  )) {
    const typed = fields[control.name]
    if (control.type === 'file' || typed === undefined) continue
    const values = [typed].flat()
    if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type))
      control.checked = values.includes(control.value)
    else if (control.type !== 'hidden') putValue(control, values.at(-1) ?? '')
  }
}

/** A list that was fetched when it was chosen from has no such line any more: it is put there again, by its code. */
function putValue(control: HTMLInputElement | HTMLSelectElement, value: string): void {
  control.value = value
  if (value === '' || control.value === value || !(control instanceof HTMLSelectElement)) return
  control.add(new Option(value, value, true, true))
  control.closest<HTMLElement>('[data-level]')?.removeAttribute('hidden')
}

/** The part of a page that asks what stands at a path. */
export function partAt(form: HTMLElement, path: string): HTMLElement | null {
  return form.querySelector<HTMLElement>(`[data-asked="${CSS.escape(path)}"]`)
}

/** The form that questions are in, among the others of a page. */
export function surveyForm(): HTMLFormElement | null {
  return document.querySelector<HTMLElement>('[data-asked]')?.closest('form') ?? null
}

/**
 * What did not concern its reader when the page was drawn waits in templates: with a script it stands there, hidden, and sends
 * nothing while it is.
 */
export function unwrapHidden(form: HTMLElement): void {
  for (const waiting of form.querySelectorAll<HTMLTemplateElement>('template[data-asked]')) {
    const part = document.createElement('div')
    part.className = 'asked'
    part.dataset['asked'] = waiting.dataset['asked'] ?? ''
    part.hidden = true
    part.append(waiting.content)
    waiting.replaceWith(part)
    unwrapHidden(part)
  }
}

/** What is hidden is not sent, and holds nobody up who sends the rest. */
export function disableHidden(form: HTMLElement): void {
  for (const control of form.querySelectorAll<HTMLInputElement>('input, select, textarea')) {
    const hidden = control.closest('[hidden]')
    // The form itself is hidden until all is ready.
    control.disabled = hidden !== null && hidden !== form && form.contains(hidden)
  }
}
