import type { FormDefinition, Item, Question, SheetProblem, Texts } from '../contract.ts'
import type { SheetReason } from '../words.ts'
import { referencesOf } from '../expressions/tree.ts'

type Tell = (problem: SheetProblem) => void

/** What only the whole form shows: numbers of a range, languages left out, calculations that wait for each other. */
export function checkForm(
  form: FormDefinition,
  sheets: { survey: string; choices: string; settings: string },
  tell: Tell,
): void {
  const items = [...everyItem(form.items)]
  const questions = items.filter((item) => item.is === 'question')
  const ask = (row: number, column: string, reason: SheetReason, values = {}): void => {
    tell({ severity: 'error', sheet: sheets.survey, row, column, reason, values })
  }
  if (!questions.some(({ type }) => !['calculate', 'hidden', 'note'].includes(type)))
    ask(0, '', 'nothing-asked')
  for (const question of questions) {
    if (question.type === 'range') checkRange(question, ask)
  }
  checkCircles(questions, ask)
  const language = form.settings['default_language']
  if (language !== undefined && form.languages.some(Boolean) && !form.languages.includes(language)) {
    const values = { language, languages: form.languages.filter(Boolean).join(', ') }
    const at = { sheet: sheets.settings, row: 2, column: 'default_language' }
    tell({ severity: 'error', ...at, reason: 'default-language-unknown', values })
  }
  const choices = Object.values(form.lists).flat()
  tellUntranslated(sheets.survey, items, form, tell)
  tellUntranslated(sheets.choices, choices, form, tell)
}

/** Once for each language, where it is first missing and how often: a half translated form would say it on every row. */
function tellUntranslated(
  sheet: string,
  spoken: { row: number; label: Texts }[],
  form: FormDefinition,
  tell: Tell,
): void {
  const said = spoken.filter(({ label }) => Object.keys(label).length > 0)
  for (const language of form.languages) {
    const without = said.filter(({ label }) => label[language] === undefined)
    const first = without[0]
    if (!first) continue
    const values = { language, times: without.length }
    tell({
      severity: 'warning',
      sheet,
      row: first.row,
      column: 'label',
      reason: 'translation-missing',
      values,
    })
  }
}

export function* everyItem(items: Item[]): Generator<Item> {
  for (const item of items) {
    yield item
    if (item.is === 'group' || item.is === 'repeat') yield* everyItem(item.items)
  }
}

type Ask = (row: number, column: string, reason: SheetReason, values?: Record<string, string>) => void

function checkRange(question: Question, ask: Ask): void {
  const { start = '1', end = '10', step = '1' } = question.parameters
  const [from, to, by] = [Number(start), Number(end), Number(step)]
  if (![from, to, by].every(Number.isFinite) || by <= 0 || from >= to || (to - from) / by > 1_000) {
    ask(question.row, 'parameters', 'range-invalid', { start, end, step })
  }
}

/** Calculations in a circle would never come to rest; a default or a condition may look at its own question, a calculation may too by `.`. */
function checkCircles(questions: Question[], ask: Ask): void {
  const asks = new Map(
    questions.map((question) => [
      question.name,
      { row: question.row, names: question.calculation ? referencesOf(question.calculation.tree) : [] },
    ]),
  )
  const done = new Set<string>()
  for (const [start, { row }] of asks) {
    const way: string[] = []
    const circle = (name: string): string[] | undefined => {
      const place = way.indexOf(name)
      if (place >= 0) return [...way.slice(place), name]
      if (done.has(name)) return undefined
      way.push(name)
      for (const next of asks.get(name)?.names ?? []) {
        const found = circle(next)
        if (found) return found
      }
      way.pop()
      done.add(name)
      return undefined
    }
    const found = circle(start)
    if (!found) continue
    ask(row, 'calculation', 'calculation-circle', { circle: found.join(' → ') })
    for (const name of way) done.add(name)
  }
}
