const levels = ['region', 'province', 'municipality'] as const

/** A province to choose appears once the region is chosen, and a municipality once the province is, without a new page. */
export function startPlaces(root: ParentNode): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-place-of]')) {
    for (const button of part.querySelectorAll('button')) button.hidden = true
    part.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLSelectElement)) return
      const at = levels.findIndex((level) => target.name.endsWith(`~${level}`))
      for (const level of levels.slice(at + 1)) offer(part, level, [])
      const next = levels[at + 1]
      if (next && target.value) void placesIn(target.value).then((places) => offer(part, next, places))
    })
  }
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
