import type { GroupTold } from '#server/releases/contract.ts'
import type { Texts } from '#server/surveys/contract.ts'

/** The words of a form in a screen's language, or in any that there are; `''` where there are none. */
export function labelIn(texts: Texts, screen: string): string {
  const its = Object.entries(texts).find(([language]) => language.endsWith(`(${screen})`))
  return its?.[1] ?? texts[''] ?? Object.values(texts)[0] ?? ''
}

/** Categories that are told as one, in words; `noAnswer` and `other` are ours. */
export function groupIn(
  { names, labels }: GroupTold,
  screen: string,
  ours: { noAnswer: string; other: string; yes: string },
): string {
  return names
    .map((name, at) => {
      if (name === '') return ours.noAnswer
      const words = labelIn(labels[at] ?? {}, screen)
      return words || (name === 'other' ? ours.other : name === 'OK' ? ours.yes : name)
    })
    .join(' / ')
}
