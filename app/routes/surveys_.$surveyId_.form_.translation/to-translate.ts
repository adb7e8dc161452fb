import type { FormDefinition, Item, Texts } from '#server/surveys/contract.ts'

/** One text of a form: where it stands in the spreadsheet, and what it says. */
export type ToTranslate = { place: string; texts: Texts }

/** Every text that is spoken, in the order of the sheets; rows counted as the act counts them, from 0. */
export function textsOf(form: FormDefinition): ToTranslate[] {
  const found: ToTranslate[] = []
  const take = (sheet: string, row: number, column: string, texts: Texts): void => {
    if (Object.keys(texts).length > 0) found.push({ place: `${sheet} ${row} ${column}`, texts })
  }
  const look = (items: Item[]): void => {
    for (const item of items) {
      const row = item.row - 2
      take('survey', row, 'label', item.label)
      take('survey', row, 'hint', item.hint)
      if (item.is === 'question') {
        take('survey', row, 'guidance_hint', item.guidanceHint)
        take('survey', row, 'constraint_message', item.constraintMessage)
        take('survey', row, 'required_message', item.requiredMessage)
      }
      if (item.is === 'group' || item.is === 'repeat') look(item.items)
    }
  }
  look(form.items)
  const choices = Object.values(form.lists).flat()
  for (const { row, label } of choices) take('choices', row - 2, 'label', label)
  return found
}
