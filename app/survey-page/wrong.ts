import { partAt } from './fields.ts'

/** What is wrong, said at a field as the server's own pages say it, and read with it; nothing takes it away again. */
export function showWrong(form: HTMLElement, path: string, message: string | undefined): void {
  const part =
    partAt(form, path) ?? form.querySelector(`[name="${CSS.escape(path)}"]`)?.closest<HTMLElement>('.field')
  const field = part?.matches('.field, tr') ? part : part?.querySelector<HTMLElement>('.field')
  if (!field) return
  const id = `${path}-error`
  const before = field.querySelector<HTMLElement>(':scope > .field-error')
  if (before?.textContent === (message ?? '')) return
  before?.remove()
  field.classList.toggle('field-wrong', message !== undefined)
  const control = field.matches('fieldset') ? field : field.querySelector('input, select, textarea')
  const others = (control?.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((each) => each && each !== id)
  if (message !== undefined) {
    const said = document.createElement('p')
    said.className = 'field-error'
    said.id = id
    said.textContent = message
    field.querySelector(':scope > label, :scope > legend')?.after(said)
    others.unshift(id)
  }
  control?.setAttribute('aria-describedby', others.join(' '))
  for (const each of field.querySelectorAll('input, select, textarea'))
    if (message === undefined) each.removeAttribute('aria-invalid')
    else each.setAttribute('aria-invalid', 'true')
}

/** A sentence with what differs in it. */
export function sentence(
  reasons: Record<string, string>,
  { reason, values = {} }: { reason: string; values?: Record<string, string | number> },
): string {
  const words = reasons[reason] ?? reasons['not-valid'] ?? ''
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
