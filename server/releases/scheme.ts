import type { FormDefinition, Item, Plan, Question, Texts } from '../surveys/contract.ts'

/**
 * How answers to a question are sorted into categories that were all there before anybody answered. `''`, no answer, is the last.
 * `several`: each of its choices may be taken beside others.
 */
export type Scheme = {
  question: string
  label: Texts
  is: 'single' | 'several'
  categories: { name: string; label: Texts }[]
  /** What is asked of the database for it. */
  reads: 'value' | 'first'
  /** The categories of what was stored. */
  sort: (stored: string) => string[]
}

/** Whole numbers go in bands, since a rare one is somebody: each by itself up to 4, then by five, by ten, by hundreds. */
const bands: readonly (readonly [number, number])[] = [
  [Number.NEGATIVE_INFINITY, -1],
  ...[0, 1, 2, 3, 4].map((n) => [n, n] as const),
  [5, 9],
  ...Array.from({ length: 9 }, (_, n) => [10 + 10 * n, 19 + 10 * n] as const),
  ...Array.from({ length: 9 }, (_, n) => [100 + 100 * n, 199 + 100 * n] as const),
  [1000, Number.POSITIVE_INFINITY],
]

/** The questions of which tables can be made: each is asked of a person once, and its answers are of a closed kind. */
export function schemesOf(
  form: FormDefinition,
  plan: Plan,
  places: readonly { code: string; name: string }[],
): Map<string, Scheme> {
  const found = new Map<string, Scheme>()
  const look = (items: readonly Item[], above: string): void => {
    for (const item of items) {
      const path = above === '' ? item.name : `${above}/${item.name}`
      if (item.is === 'group') look(item.items, path)
      if (item.is !== 'question') continue
      const scheme = schemeOf(item, path, form, places)
      if (scheme) found.set(path, arranged(scheme, plan.merges[path] ?? []))
    }
  }
  look(form.items, '')
  return found
}

function schemeOf(
  question: Question,
  path: string,
  form: FormDefinition,
  places: readonly { code: string; name: string }[],
): Scheme | undefined {
  const same = { question: path, label: question.label }
  const choices = [
    ...(form.lists[question.list ?? ''] ?? []).map(({ name, label }) => ({ name, label })),
    ...(question.other ? [{ name: 'other', label: {} }] : []),
  ]
  const single = (categories: Scheme['categories'], sort: (stored: string) => string): Scheme => ({
    ...same,
    is: 'single',
    reads: question.type === 'rank' ? 'first' : 'value',
    categories: [...categories, { name: '', label: {} }],
    sort: (stored) => [known(categories, stored === '' ? '' : sort(stored))],
  })
  switch (question.type) {
    case 'select_one':
    case 'rank':
      return single(choices, (stored) => stored)
    case 'select_multiple':
      return {
        ...same,
        is: 'several',
        reads: 'value',
        categories: [...choices, { name: '', label: {} }],
        sort: (stored) =>
          stored === '' ? [''] : stored.split(' ').filter((name) => known(choices, name) !== ''),
      }
    case 'acknowledge':
      return single([{ name: 'OK', label: {} }], (stored) => stored)
    case 'range':
    case 'integer':
    case 'decimal': {
      const categories = numbersOf(question)
      return single(categories, (stored) => bandOf(Number(stored), categories))
    }
    case 'text':
      if (!question.appearance.includes('place')) return undefined
      return single(
        places.map(({ code, name }) => ({ name: code, label: { '': name } })),
        (stored) => (stored.length > 3 ? stored.slice(0, 3) : stored),
      )
    case 'audio':
    case 'calculate':
    case 'date':
    case 'dateTime':
    case 'file':
    case 'geopoint':
    case 'hidden':
    case 'image':
    case 'note':
    case 'time':
      return undefined
  }
}

function known(categories: readonly { name: string }[], name: string): string {
  return categories.some((category) => category.name === name) ? name : ''
}

function numbersOf({ type, parameters }: Question): Scheme['categories'] {
  const start = Number(parameters['start'] ?? 0)
  const end = Number(parameters['end'] ?? 10)
  const step = Number(parameters['step'] ?? 1)
  const steps = Math.round((end - start) / step) + 1
  if (type === 'range' && steps > 1 && steps <= 21)
    return Array.from({ length: steps }, (_, at) => {
      const value = String(Number((start + at * step).toFixed(6)))
      return { name: value, label: { '': value } }
    })
  return bands.map(([from, to]) => {
    const said =
      from === to
        ? String(from)
        : !Number.isFinite(from)
          ? `< ${to + 1}`
          : !Number.isFinite(to)
            ? `${from}+`
            : `${from}–${to}`
    return { name: said, label: { '': said } }
  })
}

function bandOf(value: number, categories: Scheme['categories']): string {
  const itself = categories.find(({ name }) => Number(name) === value)
  if (itself) return itself.name
  const at = bands.findIndex(([from, to]) => value >= from && value < to + 1)
  return categories.length === bands.length ? (categories[at]?.name ?? '') : ''
}

/** The order in which categories stand is the one in which they are merged when few. */
function arranged(scheme: Scheme, order: readonly string[]): Scheme {
  const place = new Map(order.map((name, at) => [name, at]))
  const last = ({ name }: { name: string }) => (name === '' ? Infinity : (place.get(name) ?? order.length))
  return { ...scheme, categories: scheme.categories.toSorted((one, other) => last(one) - last(other)) }
}
