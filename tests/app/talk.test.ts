import { expect, test } from 'vitest'
import { called, markedParts, nameAt, seatsLike } from '#app/pieces/talk/calling.ts'
import { directionOfText } from '#app/pieces/talk/direction.ts'

test.each([
  ['Buongiorno a tutti', 'it', 'ltr'],
  ['নমস্কার, Comune di Vittoria-র সাথে কথা', 'bn', 'ltr'],
  ['INPS e Questura di Palermo: نحتاج موعدًا', 'ar', 'rtl'],
  ['Ok grazie!', 'ar', 'ltr'],
  ['نحتاج موعدًا في Questura di Palermo (via Roma 12), الرقم 091', 'it', 'rtl'],
  ['Ha detto «السلام عليكم» e poi ha parlato della casa', 'it', 'ltr'],
  ['«السلام عليكم» ha detto, e poi ha parlato della casa e del lavoro', 'it', 'ltr'],
  ['السكن (alloggio) مهم جدًا: 71 contratti', 'bn', 'rtl'],
  ['می‌خواهم', 'fa', 'rtl'],
  ['12:30 — 500 €', 'ar', 'ltr'],
  ['', 'ar', 'ltr'],
] as const)('«%s» declared as %s is read %s', (text, language, direction) => {
  expect(directionOfText(text, language)).toBe(direction)
})

const seats = [
  { id: 'a', name: 'Lega Terra e Mani' },
  { id: 'b', name: 'Lega' },
  { id: 'c', name: 'Girasole del Vomere' },
  { id: 'd', name: 'Università Ébène' },
]

test('a name is being typed after an @ that begins a word, up to where the writer stands', () => {
  expect(nameAt('chiedo a @gir', 13)).toBe('gir')
  expect(nameAt('chiedo a @gir altro', 13)).toBe('gir')
  expect(nameAt('@', 1)).toBe('')
  expect(nameAt('ana@esempio.test', 11)).toBeUndefined()
  expect(nameAt('@gir\nnuova riga', 15)).toBeUndefined()
  expect(nameAt('niente', 6)).toBeUndefined()
})

function names(begun: string | undefined): string[] {
  return seatsLike(seats, begun).map(({ id }) => id)
}

test('seats are offered by any word of their name, accents or not, until the name is whole', () => {
  expect(names('le')).toEqual(['a', 'b'])
  expect(names('vom')).toEqual(['c'])
  expect(names('ebe')).toEqual(['d'])
  expect(names('lega terra e m')).toEqual(['a'])
  expect(names('girasole del vomere che')).toEqual([])
  expect(names('zzz')).toEqual([])
  expect(names(undefined)).toEqual([])
})

test('a message calls on the seats it names and on the one that was chosen', () => {
  expect(called(seats, 'ehi @Girasole del Vomere', '')).toEqual(['c'])
  expect(called(seats, 'ehi', 'd')).toEqual(['d'])
  expect(called(seats, 'ehi @Lega Terra e Mani', '')).toEqual(['a'])
  expect(called(seats, 'ehi @girasole', '')).toEqual([])
})

test('the names in a text are marked, the longest that fits, and the text stays whole', () => {
  const all = seats.map(({ name }) => name)
  const text = 'A @Lega Terra e Mani, a @Lega e ad @altri'
  const parts = markedParts(text, all)
  expect(parts).toEqual(['A ', '@Lega Terra e Mani', ', a ', '@Lega', ' e ad @altri'])
  expect(parts.join('')).toBe(text)
  expect(markedParts('niente', [])).toEqual(['niente'])
})
