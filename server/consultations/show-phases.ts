import { query } from '../query.ts'
import { insist } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { type PhasesShown, ShowPhases } from './contract.ts'
import { seeConsultation } from './hold-consultation.ts'
import { powersAt } from './powers.ts'
import { listPhases } from './records-kept.ts'
import { mayLead } from './rules.ts'

/** The dates as they stand, for who may move them. */
export const showPhases = query(
  ShowPhases,
  async ({ db, actor, now }, { consultationId }): Promise<PhasesShown> => {
    const { title, answerDueOn, closedAt } = await seeConsultation(db, actor, consultationId, now)
    insist(mayLead(await powersAt(db, actor, { consultationId }, now)))
    return { title, answerDueOn, closedAt, phases: await listPhases(db, consultationId), today: romeDay(now) }
  },
)
