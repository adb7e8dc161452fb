import { useLingui } from '@lingui/react'
import type { GroupTold, QuestionTold } from '#server/releases/contract.ts'
import { groupIn, labelIn } from './label.ts'

/** The words of questions and answers in the reader's language. */
export function useWords() {
  const { _, i18n } = useLingui()
  const ours = { noAnswer: _('releases.no-answer'), other: _('releases.other'), yes: _('releases.yes') }
  return {
    ofQuestion: ({ label, question }: QuestionTold) => labelIn(label, i18n.locale) || question,
    ofGroup: (group: GroupTold) => groupIn(group, i18n.locale, ours),
  }
}
