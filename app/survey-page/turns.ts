type Fields = Record<string, string | string[]>

/** One turn more of a repeat, or one less, without the server: a turn is a copy of the one before it, emptied. */
export function startTurns(form: HTMLFormElement, changed: () => void): void {
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name="~turn"]')
    const [, act, path = ''] = /^(add|remove):(.*)$/.exec(button?.value ?? '') ?? []
    if (!act) return
    event.preventDefault()
    if (act === 'add') addTurn(form, path)
    else removeTurn(form, path)
    changed()
  })
}

/** As many turns as what was typed has of each repeat. */
export function turnsFor(form: HTMLFormElement, fields: Fields): void {
  // A repeat within a turn stands there only once that turn does.
  const repeats = Object.keys(fields).filter((name) => name.endsWith('~turns'))
  for (const name of repeats.toSorted((one, other) => one.split('/').length - other.split('/').length))
    setTurns(form, name.slice(0, -'~turns'.length), Number(fields[name]))
}

/** Also for a repeat whose number other answers say. Answers whether there are more or fewer now. */
export function setTurns(form: HTMLFormElement, path: string, many: number): boolean {
  const before = countTurns(path)
  while (countTurns(path) < many && addTurn(form, path));
  while (countTurns(path) > many) dropLast(form, path)
  return countTurns(path) !== before
}

function turnAt(path: string): HTMLElement | null {
  return document.getElementById(path)
}

function countTurns(path: string): number {
  let many = 0
  while (isThere(turnAt(`${path}[${many + 1}]`))) many += 1
  return many
}

function isThere(turn: HTMLElement | null): turn is HTMLElement {
  return turn !== null && !turn.matches('[data-no-turn]')
}

function addTurn(form: HTMLFormElement, path: string): boolean {
  const many = countTurns(path)
  const waiting = turnAt(`${path}[${many + 1}]`)
  if (waiting) setThere(waiting, true)
  else {
    const last = turnAt(`${path}[${many}]`)
    if (!last) return false
    last.after(emptied(last, `${path}[${many}]`, `${path}[${many + 1}]`))
  }
  tellMany(form, path, many + 1)
  return true
}

/** The answers of those after it move up by one, and the last place goes. */
function removeTurn(form: HTMLFormElement, turn: string): void {
  const [, path = '', number = '1'] = /^(.*)\[(\d+)\]$/.exec(turn) ?? []
  const many = countTurns(path)
  for (let at = Number(number); at < many; at += 1) {
    const [to, from] = [controlsIn(`${path}[${at}]`), controlsIn(`${path}[${at + 1}]`)]
    to.forEach((control, index) => {
      const other = from[index]
      if (!other) return
      if (control instanceof HTMLInputElement && other instanceof HTMLInputElement)
        control.checked = other.checked
      if (control.type !== 'file') control.value = other.value
    })
  }
  dropLast(form, path)
}

function dropLast(form: HTMLFormElement, path: string): void {
  const many = countTurns(path)
  const last = turnAt(`${path}[${many}]`)
  if (!last) return
  // The first stays, hidden, as what others are copied from.
  if (many > 1) last.remove()
  else {
    clear(last)
    setThere(last, false)
  }
  tellMany(form, path, many - 1)
}

function setThere(turn: HTMLElement, isThere: boolean): void {
  turn.toggleAttribute('data-no-turn', !isThere)
  turn.hidden = !isThere
  for (const control of turn.querySelectorAll<HTMLInputElement>('input, select, textarea, button'))
    control.disabled = !isThere
}

function tellMany(form: HTMLFormElement, path: string, many: number): void {
  const field = form.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`${path}~turns`)}"]`)
  if (field) field.value = String(many)
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

function controlsIn(path: string): Control[] {
  return [...(turnAt(path)?.querySelectorAll<Control>('input, select, textarea') ?? [])]
}

function emptied(turn: HTMLElement, from: string, to: string): HTMLElement {
  const copy = turn.cloneNode(true) as HTMLElement
  const number = /\[(\d+)\]$/.exec(to)?.[1] ?? ''
  for (const each of [copy, ...copy.querySelectorAll('*')])
    for (const { name, value } of Array.from(each.attributes))
      if (value.includes(from)) each.setAttribute(name, value.replaceAll(from, to))
  // Its heading and its button say which one it is.
  for (const said of copy.querySelectorAll(':scope > legend > span, :scope > button > span'))
    said.textContent = (said.textContent ?? '').replace(/\d+/, number)
  for (const said of copy.querySelectorAll('.field-error')) said.remove()
  clear(copy)
  return copy
}

function clear(turn: HTMLElement): void {
  for (const control of turn.querySelectorAll<Control>('input, select, textarea')) {
    if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type))
      control.checked = false
    else if (control.type !== 'hidden') control.value = ''
  }
}
