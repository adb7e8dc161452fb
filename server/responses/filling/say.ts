import type { Texts } from '../../surveys/contract.ts'
import { spokenIn } from '../../surveys/expressions/index.ts'
import type { Place } from './lay-out.ts'
import type { Filled } from './work-out.ts'

export function spoken({ form, setting }: Filled, texts: Texts): string {
  return Object.keys(texts).length > 0 ? spokenIn(texts, setting.language, form) : ''
}

/** Words, with what was answered where they ask for it: `Thank you, ${name}`. */
export function say(filled: Filled, place: Place, texts: Texts): string {
  const text = spoken(filled, texts)
  if (!text.includes('${')) return text
  return text.replace(/\$\{([^{}]*)\}/g, (_, name: string) => {
    const tree = { is: 'reference' as const, name: name.trim(), steps: [], where: [], at: 1 }
    return filled.ask.text({ source: '', tree }, place) ?? ''
  })
}
