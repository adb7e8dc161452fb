import { heading, type Cells, type Sheets } from '../xlsform/rows-of-form.ts'

/** A sentence in Italian, English, French and Arabic, in this order. */
export type Said = readonly [it: string, en: string, fr: string, ar: string]

export const spoken = ['Italiano (it)', 'English (en)', 'Français (fr)', 'العربية (ar)'] as const

export type TemplateRows = Pick<Sheets, 'survey' | 'choices'>

type More = { hint?: Said; message?: Said; [column: string]: string | Said | undefined }

/** A question: its type, its name, what it says, and whatever else its row has. */
export function ask(type: string, name: string, label: Said, more: More = {}): Cells[] {
  const { hint, message, ...columns } = more
  return [
    {
      type,
      name,
      ...inAll('label', label),
      ...(hint ? inAll('hint', hint) : {}),
      ...(message ? inAll('constraint_message', message) : {}),
      ...(columns as Cells),
    },
  ]
}

/** Questions that stand together. */
export function together(name: string, label: Said, appearance: string, ...inside: Cells[][]): Cells[] {
  return [
    { type: 'begin_group', name, ...inAll('label', label), appearance },
    ...inside.flat(),
    { type: 'end_group', name },
  ]
}

/** The choices of a list, by name. */
export function choices(list: string, all: Record<string, Said>): Cells[] {
  return Object.entries(all).map(([name, label]) => ({ list_name: list, name, ...inAll('label', label) }))
}

function inAll(column: string, said: Said): Cells {
  return Object.fromEntries(spoken.map((language, index) => [heading(column, language), said[index] ?? '']))
}

export const yesNo = choices('yes_no', {
  yes: ['Sì', 'Yes', 'Oui', 'نعم'],
  no: ['No', 'No', 'Non', 'لا'],
})

export const satisfaction = choices('satisfaction', {
  very_bad: ['Per niente', 'Not at all', 'Pas du tout', 'إطلاقًا'],
  bad: ['Poco', 'A little', 'Un peu', 'قليلًا'],
  good: ['Abbastanza', 'Fairly', 'Assez', 'إلى حد ما'],
  very_good: ['Molto', 'Very', 'Beaucoup', 'كثيرًا'],
})
