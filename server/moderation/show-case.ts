import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowCase, type Case } from './contract.ts'
import { findReports } from './records-reading.ts'
import { holdSubject } from './records.ts'

/** A text with what was reported of it, for a moderator of its table. */
export const showCase = query(ShowCase, async ({ db, actor }, asked): Promise<Case> => {
  if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
  const subject = await holdSubject(db, actor, asked, 'none')
  if (!subject.mayModerate) throw new Refusal('forbidden', 'only-for-moderators')
  const { kind, id, title, text, language, name, isOwn, isHidden, isWithdrawn, roomId } = subject
  const { isWaiting, isParked } = subject
  return {
    ...(await findReports(db, id)),
    kind,
    id,
    title,
    text,
    language,
    name,
    isOwn,
    isHidden,
    isWithdrawn,
    isWaiting,
    isParked,
    roomId,
    consultation: {
      id: subject.consultationId,
      title: saidIn(subject.consultationTitle, actor.language),
    },
  }
})
