/** What else it is, is asked once `other` is chosen. */
export function startOthers(form: HTMLElement): void {
  showOthers(form)
  form.addEventListener('change', () => showOthers(form))
}

export function showOthers(form: HTMLElement): void {
  for (const line of form.querySelectorAll<HTMLElement>('[data-other-of]')) {
    const name = CSS.escape(line.dataset['otherOf'] ?? '')
    const isChosen = form.querySelector(
      `input[name="${name}"][value="other"]:checked, select[name="${name}"] option[value="other"]:checked`,
    )
    line.hidden = isChosen === null
    for (const field of line.querySelectorAll('input')) field.disabled = line.hidden
  }
}
