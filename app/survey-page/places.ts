const levels = ['region', 'province', 'municipality'] as const

/** A province to choose appears once the region is chosen, and a municipality once the province is, without a new page. */
export function startPlaces(form: HTMLElement): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-place-of]')) {
    for (const button of part.querySelectorAll('button')) button.hidden = true
    // No list stays here that was drawn for another place.
    part.querySelector('input[name$="~of"]')?.remove()
  }
  form.addEventListener('change', ({ target }) => {
    const part = target instanceof HTMLSelectElement && target.closest<HTMLElement>('[data-place-of]')
    if (!part) return
    const at = levels.findIndex((level) => target.name.endsWith(`~${level}`))
    for (const level of levels.slice(at + 1)) offer(part, level, [])
    const next = levels[at + 1]
    const chosen = target.value
    if (!next || !chosen) return
    // On a slow line another may have been chosen since.
    void placesIn(chosen).then((places) => target.value === chosen && offer(part, next, places))
  })
}

type Listed = { code: string; name: string }

async function placesIn(code: string): Promise<Listed[]> {
  // Without a line the wider place stands: every level is an answer.
  const answered = await fetch(`/api/v1/territories/list-territories?parentCode=${code}`).catch(
    () => undefined,
  )
  return answered?.ok ? ((await answered.json()) as { answer: Listed[] }).answer : []
}

function offer(part: HTMLElement, level: string, places: Listed[]): void {
  const select = part.querySelector<HTMLSelectElement>(`select[name$="~${level}"]`)
  const line = select?.closest<HTMLElement>('[data-level]')
  if (!select || !line) return
  select.length = 1
  for (const { code, name } of places) select.add(new Option(name, code))
  line.hidden = select.disabled = places.length === 0
}
