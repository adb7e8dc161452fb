import { safeLink } from '../documents/index.ts'
import { type Language, languages } from '../ground.ts'
import { refuseField } from '../refusal.ts'
import type { PaperAsked, PaperText } from './contract.ts'

const suffixes = { it: 'It', en: 'En', fr: 'Fr', ar: 'Ar' } as const satisfies Record<Language, string>

/** The languages that were filled in: each has a title, and a text or an address where the paper is. */
export function paperTexts(asked: PaperAsked): PaperText[] {
  const texts = languages.flatMap((language): PaperText[] => {
    const suffix = suffixes[language]
    const title = asked[`title${suffix}`]
    const text = asked[`text${suffix}`]
    const given = asked[`link${suffix}`]?.trim()
    if (!title && !text && !given) return []
    if (!title) throw refuseField(`title${suffix}`, 'needed')
    if (!text && !given) throw refuseField(`text${suffix}`, 'text-or-link-needed')
    return [{ language, title, text: text ?? '', link: given ? webAddress(given, `link${suffix}`) : '' }]
  })
  if (texts.length === 0) throw refuseField('titleIt', 'paper-is-empty')
  return texts
}

function webAddress(given: string, field: string): string {
  const link = safeLink(given)
  if (!link || !/^https?:/.test(link)) throw refuseField(field, 'not-a-link')
  return link
}
