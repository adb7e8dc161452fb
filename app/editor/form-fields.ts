import type { DraftFields } from './draft.ts'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

// Never what is secret, and never what the page itself set.
const unkept = new Set(['hidden', 'password', 'file', 'submit', 'button', 'image', 'reset'])

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (control): control is Control =>
      (control instanceof HTMLInputElement ||
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement) &&
      control.name !== '' &&
      !unkept.has(control.type) &&
      control.autocomplete !== 'off',
  )
}

export function fieldsOf(form: HTMLFormElement): DraftFields {
  const fields: DraftFields = {}
  for (const control of controlsOf(form)) {
    const values = (fields[control.name] ??= [])
    if (isTicked(control)) {
      if (control.checked) values.push(control.value)
    } else if (control instanceof HTMLSelectElement) {
      values.push(...[...control.selectedOptions].map((option) => option.value))
    } else {
      values.push(control.value)
    }
  }
  return fields
}

/** Puts a draft back, and leaves alone what a person has already changed on this page. */
export function fillFields(form: HTMLFormElement, fields: DraftFields): void {
  const waiting = new Map(Object.entries(fields).map(([name, values]) => [name, [...values]]))
  for (const control of controlsOf(form)) {
    const values = waiting.get(control.name)
    if (!values) continue
    if (isTicked(control)) {
      if (control.checked === control.defaultChecked) control.checked = values.includes(control.value)
    } else if (control instanceof HTMLSelectElement) {
      for (const option of control.options) option.selected = values.includes(option.value)
    } else {
      const value = values.shift()
      if (value !== undefined && control.value === control.defaultValue) control.value = value
    }
  }
}

function isTicked(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')
}
