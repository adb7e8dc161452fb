import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { romeDay } from '../rome-day.ts'
import { type ConsultationListed, ListConsultations } from './contract.ts'
import { listRows } from './records-shown.ts'
import { consultationsOnPage } from './words.ts'

/** Consultations this person may see, the newest first; the page after begins behind `older`. */
export const listConsultations = query(
  ListConsultations,
  async (
    { db, actor, now },
    asked,
  ): Promise<{ consultations: ConsultationListed[]; older: string | null }> => {
    const found = await listRows(db, actor, { ...asked, stage: asked.stage ?? 'open' }, romeDay(now))
    const shown = found.slice(0, consultationsOnPage)
    return {
      consultations: shown.map(({ now, ...row }) => ({
        ...row,
        title: saidIn(row.title, actor.language),
        summary: saidIn(row.summary, actor.language),
        table: saidIn(row.table, actor.language),
        phase: now?.phase ?? null,
        phaseEndsOn: now?.endsOn ?? null,
      })),
      older: found.length > consultationsOnPage ? (shown.at(-1)?.id ?? null) : null,
    }
  },
)
