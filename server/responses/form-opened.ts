import type { Database, Reader } from '#db/database.ts'
import type { FormDefinition, Item, Question } from '../surveys/contract.ts'
import { formOf, languageCode } from '../surveys/index.ts'
import type { FormLanguage, PlaceChoices, SurveyAnswered } from './contract.ts'
import type { PlacesAround } from './filling/draw.ts'
import { isDrawn, pagesOf, type Page } from './pages.ts'
import { listTerritories, type Territory } from './records-places.ts'

export type FormOpened = {
  form: FormDefinition
  pages: Page[]
  languages: FormLanguage[]
  questions: number
  asksPlaces: boolean
  asksFiles: boolean
}

const opened = new WeakMap<FormDefinition, FormOpened>()

/** The form of a survey with what its pages are and what they ask: once opened it never changes, and is made once. */
export async function formOpened(
  db: Reader,
  survey: Pick<SurveyAnswered, 'id' | 'definitionHash'>,
): Promise<FormOpened> {
  const form = await formOf(db, survey)
  const found = opened.get(form) ?? openedForm(form)
  opened.set(form, found)
  return found
}

function openedForm(form: FormDefinition): FormOpened {
  const named = form.languages.filter((language) => language !== '')
  const questions = [...questionsIn(form.items)]
  return {
    form,
    pages: pagesOf(form),
    languages: (named.length > 0 ? named : ['']).map(spoken),
    questions: questions.filter((item) => isDrawn(item) && item.type !== 'note').length,
    asksPlaces: questions.some(({ type, appearance }) => type === 'text' && appearance.includes('place')),
    asksFiles: questions.some(({ type }) => type === 'image' || type === 'audio' || type === 'file'),
  }
}

function* questionsIn(items: Item[]): Generator<Question> {
  for (const item of items)
    if (item.is === 'question') yield item
    else if (item.is !== 'unasked') yield* questionsIn(item.items)
}

function spoken(name: string): FormLanguage {
  const code = languageCode(name)
  return {
    name,
    code,
    label: name
      .trimEnd()
      .replace(/\([^()]*\)$/, '')
      .trimEnd(),
    direction: directionOf(code),
  }
}

function directionOf(code: string): 'ltr' | 'rtl' {
  try {
    const locale = new Intl.Locale(code) as Intl.Locale & { textInfo?: { direction?: 'ltr' | 'rtl' } }
    return locale.textInfo?.direction ?? 'ltr'
  } catch {
    return 'ltr'
  }
}

/** The language of a form that was asked for, by its code or its whole name; else the form's own, else its first. */
export function languageIn(
  { form, languages }: FormOpened,
  ...asked: readonly (string | undefined)[]
): FormLanguage {
  for (const each of [...asked, form.settings['default_language']]) {
    const found = languages.find(({ name, code }) => each !== undefined && (name === each || code === each))
    if (found) return found
  }
  return languages[0] ?? spoken('')
}

type Places = { codes: Set<string>; around: PlacesAround }
const places = new WeakMap<Database, Promise<Places>>()
const nowhere: Places = {
  codes: new Set(),
  around: () => ({
    region: '',
    province: '',
    municipality: '',
    regions: [],
    provinces: [],
    municipalities: [],
  }),
}

/** All places, for a form that asks for one, read once for a database: only a migration changes them. */
export async function placesFor(db: Database, reader: Reader, { asksPlaces }: FormOpened): Promise<Places> {
  if (!asksPlaces) return nowhere
  const before = places.get(db)
  if (before) return before
  const reading = listTerritories(reader).then(placesAmong)
  places.set(db, reading)
  reading.catch(() => places.delete(db))
  return reading
}

function placesAmong(all: Territory[]): Places {
  const byCode = new Map(all.map((each) => [each.code, each]))
  const inside = new Map<string | null, { code: string; name: string }[]>()
  for (const { code, name, parentCode } of all)
    inside.set(parentCode, [...(inside.get(parentCode) ?? []), { code, name }])
  const around = (code: string): PlaceChoices => {
    const way: Record<string, string> = {}
    for (let at = byCode.get(code); at; at = byCode.get(at.parentCode ?? '')) way[at.level] = at.code
    const { region = '', province = '', municipality = '' } = way
    return {
      region,
      province,
      municipality,
      regions: inside.get(null) ?? [],
      provinces: region === '' ? [] : (inside.get(region) ?? []),
      municipalities: province === '' ? [] : (inside.get(province) ?? []),
    }
  }
  return { codes: new Set(byCode.keys()), around }
}
