/** Says of a question whether it may be left out, as the server's pages say it: other answers may change that. */
export function showOptional(part: HTMLElement, path: string, words: string | undefined): void {
  const label = part.querySelector(`label[for="${CSS.escape(path)}"], legend, th`)
  const control = part.querySelector<HTMLInputElement>(
    `:is(input, select, textarea)[name="${CSS.escape(path)}"]:not([type=hidden], [type=radio], [type=checkbox])`,
  )
  if (control) control.required = words === undefined
  const before = label?.querySelector('.field-optional')
  if (words === undefined) before?.remove()
  else if (label && !before) {
    const said = document.createElement('span')
    said.className = 'field-optional'
    const { lang, dir } = document.documentElement
    Object.assign(said, { lang, dir, textContent: ` ${words}` })
    label.insertBefore(said, label.querySelector('.field-hint, .field-error'))
  }
}
