/** An order by buttons, and by dragging a line: the places that one chooses from lists without this stay the form's own fields. */
export function startRanks(root: ParentNode): void {
  for (const list of root.querySelectorAll<HTMLElement>('[data-rank]')) startRank(list)
}

function startRank(list: HTMLElement): void {
  const lines = () => [...list.querySelectorAll<HTMLElement>(':scope > li')]
  const number = () => {
    lines().forEach((line, at) => {
      const place = placeIn(line)
      if (place) place.value = String(at + 1)
    })
    list.dispatchEvent(new Event('change', { bubbles: true }))
  }
  const order = () => {
    list.append(...lines().toSorted((one, other) => numberOf(one) - numberOf(other)))
  }
  const mover = (line: HTMLElement, sign: string, words: string | undefined, move: () => void) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn btn-outline-primary btn-small'
    button.textContent = sign
    button.ariaLabel = `${words ?? ''} ${line.querySelector('label')?.textContent ?? ''}`
    button.addEventListener('click', () => {
      move()
      number()
      // Moving a line takes the focus from its button.
      button.focus()
    })
    return button
  }
  for (const line of lines()) {
    line.draggable = true
    const { earlier, later } = list.dataset
    line.append(
      mover(line, '↑', earlier, () => line.previousElementSibling?.before(line)),
      mover(line, '↓', later, () => line.nextElementSibling?.after(line)),
    )
    line.addEventListener('dragstart', () => line.classList.add('rank-moving'))
    line.addEventListener('dragend', () => {
      line.classList.remove('rank-moving')
      number()
    })
  }
  list.addEventListener('change', ({ target }) => target instanceof HTMLSelectElement && order())
  list.addEventListener('dragover', (event) => {
    const moving = list.querySelector<HTMLElement>(':scope > .rank-moving')
    const over = event.target instanceof Element ? event.target.closest('li') : null
    if (!moving || over?.parentElement !== list) return
    event.preventDefault()
    const { top, height } = over.getBoundingClientRect()
    if (event.clientY < top + height / 2) over.before(moving)
    else over.after(moving)
  })
  order()
}

function placeIn(line: HTMLElement): HTMLSelectElement | null {
  return line.querySelector('select')
}

/** Those without a place stand behind those with one. */
function numberOf(line: HTMLElement): number {
  return Number(placeIn(line)?.value || 99)
}
