import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { ShowReportable, type Reportable } from './contract.ts'
import { findReport } from './records-reading.ts'
import { holdSubject } from './records.ts'
import { mayReport } from './rules.ts'

/** The text that a person is about to report, and whether they already did. */
export const showReportable = query(ShowReportable, async ({ db, actor }, asked): Promise<Reportable> => {
  if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
  const subject = await holdSubject(db, actor, asked, 'none')
  insist(mayReport(subject))
  const { kind, id, title, text, language, name, roomId } = subject
  return {
    kind,
    id,
    title,
    text,
    language,
    name,
    roomId,
    consultation: {
      id: subject.consultationId,
      title: saidIn(subject.consultationTitle, actor.language),
    },
    isReported: (await findReport(db, actor.id, id))?.isStill ?? false,
  }
})
