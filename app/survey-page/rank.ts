/** An order by buttons, and by dragging a line: the places that one chooses from lists without this stay the form's own fields. */
export function startRanks(form: HTMLElement): void {
  for (const list of form.querySelectorAll<HTMLElement>('[data-rank]'))
    for (const line of list.querySelectorAll<HTMLElement>(':scope > li')) makeMovable(line, list.dataset)
  orderRanks(form)
  // At the form, since a turn of a repeat that is added later is a copy.
  form.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-move]') : null
    const line = button?.closest('li')
    if (!button || !line) return
    if (button.dataset['move'] === 'earlier') neighbour(line, 'previousElementSibling')?.before(line)
    else neighbour(line, 'nextElementSibling')?.after(line)
    number(line)
    // Moving a line takes the focus from its button.
    button.focus()
  })
  form.addEventListener('change', ({ target }) => {
    const line = target instanceof HTMLSelectElement && target.closest<HTMLElement>('[data-rank] > li')
    if (line) place(line, target)
  })
  form.addEventListener('dragstart', ({ target }) => {
    if (target instanceof HTMLElement && target.matches('[data-rank] > li'))
      target.classList.add('rank-moving')
  })
  form.addEventListener('dragover', (event) => {
    const moving = form.querySelector<HTMLElement>('[data-rank] > .rank-moving')
    const over = event.target instanceof Element ? event.target.closest('li') : null
    if (!moving || !over || over.parentElement !== moving.parentElement) return
    event.preventDefault()
    const { top, height } = over.getBoundingClientRect()
    if (event.clientY < top + height / 2) over.before(moving)
    else over.after(moving)
  })
  form.addEventListener('dragend', () => {
    const moved = form.querySelector<HTMLElement>('[data-rank] > .rank-moving')
    moved?.classList.remove('rank-moving')
    if (moved) number(moved)
  })
}

/** Lines stand as their numbers say; those without one behind the others. */
export function orderRanks(form: HTMLElement): void {
  for (const list of form.querySelectorAll<HTMLElement>('[data-rank]')) {
    const lines = [...list.querySelectorAll<HTMLElement>(':scope > li')]
    list.append(...lines.toSorted((one, other) => numberOf(one) - numberOf(other)))
  }
}

function makeMovable(line: HTMLElement, { earlier = '', later = '' }: DOMStringMap): void {
  line.draggable = true
  for (const [move, sign, words] of [
    ['earlier', '↑', earlier],
    ['later', '↓', later],
  ] as const) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn btn-outline-primary btn-small'
    button.dataset['move'] = move
    button.textContent = sign
    button.ariaLabel = `${words} ${line.querySelector('label')?.textContent ?? ''}`
    placeIn(line)?.parentElement?.append(button)
  }
}

/** Chosen from its list, a place is taken among the others; without one the whole order is taken back. */
function place(line: HTMLElement, select: HTMLSelectElement): void {
  if (select.value === '') {
    for (const each of linesBeside(line)) put(each, '')
    return
  }
  const others = linesBeside(line).filter((each) => each !== line)
  const after = others[Number(select.value) - 2]
  if (after) after.after(line)
  else others[0]?.before(line)
  number(line)
  select.focus()
}

function number(line: HTMLElement): void {
  linesBeside(line).forEach((each, at) => put(each, String(at + 1)))
  line.parentElement?.dispatchEvent(new Event('change', { bubbles: true }))
}

/** What a filter of the form closes takes no place. */
function linesBeside(line: HTMLElement): HTMLElement[] {
  return [...(line.parentElement?.children ?? [])].filter(
    (each): each is HTMLElement => each instanceof HTMLElement && !each.hidden,
  )
}

function neighbour(line: Element, way: 'previousElementSibling' | 'nextElementSibling'): Element | null {
  let at = line[way]
  while (at instanceof HTMLElement && at.hidden) at = at[way]
  return at
}

function put(line: HTMLElement, value: string): void {
  const select = placeIn(line)
  if (select) select.value = value
}

function placeIn(line: HTMLElement): HTMLSelectElement | null {
  return line.querySelector('select')
}

function numberOf(line: HTMLElement): number {
  return Number(placeIn(line)?.value || 999)
}
