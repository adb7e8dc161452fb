import type { ShownAnswers } from '#server/opinions/contract.ts'

/** Whole per cents of those who answered, from counts that are in steps. */
export function shares({ agree, disagree, seen }: NonNullable<ShownAnswers>) {
  const percent = (part: number) => (seen === 0 ? 0 : Math.min(100, Math.round((100 * part) / seen)))
  return { agree: percent(agree), disagree: percent(disagree) }
}
