import type { Language } from '../ground.ts'
import { saidIn } from '../by-language.ts'
import { sentencesIn } from '../sentences.ts'
import type { NoticeShown } from './contract.ts'
import type { NoticeFound } from './records.ts'
import { pathOf } from './told.ts'

const sentences = sentencesIn('server/notices/texts')

/** A notice in words, made each time it is read: nothing of what it is about is kept in it. */
export function noticeIn(language: Language, found: NoticeFound): NoticeShown {
  const i18n = sentences(language)
  const titled = found.meeting ?? found.consultation
  const said = [i18n._(sentenceOf(found))]
  if (found.reason) said.push(i18n._('reason', { reason: i18n._(`reason.${found.reason}`) }))
  return {
    id: found.id,
    text: said.join(' '),
    title: titled
      ? saidIn(titled, language)
      : found.title
        ? { text: found.title, language: found.titleLanguage ?? 'it' }
        : null,
    path: pathOf(found),
    at: found.at,
    isRead: found.readAt !== null,
  }
}

const withOutcome = new Set(['answer-given', 'ballot-closed', 'correction-settled'])

function sentenceOf({ kind, outcome }: NoticeFound): string {
  return withOutcome.has(kind) && outcome ? `${kind}.${outcome}` : kind
}
