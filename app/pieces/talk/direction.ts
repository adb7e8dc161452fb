import { directionOf } from '#app/i18n/languages.ts'

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u
const letter = /\p{L}/u

/**
 * Which way a text is read. Its first letter alone would turn an Arabic message over because it begins with the name of
 * an office in Italian; its language alone would, because its author forgot to choose it. So it goes by its language
 * where it has any letter of that kind, else by what most of it is, and where that is near by how it begins.
 */
export function directionOfText(text: string, language: string): 'ltr' | 'rtl' {
  const letters = Array.from(text).filter((each) => letter.test(each))
  const turned = letters.filter((each) => rightToLeft.test(each)).length
  if (turned === 0) return 'ltr'
  if (directionOf(language) === 'rtl') return 'rtl'
  const least = rightToLeft.test(letters[0] ?? '') ? letters.length / 3 : letters.length / 2
  return turned > least ? 'rtl' : 'ltr'
}
