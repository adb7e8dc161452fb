import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { ReschedulePhases } from './contract.ts'
import { holdConsultationToChange } from './hold-consultation.ts'
import { powersAt } from './powers.ts'
import { keepAnswerDue, keepPhases, listPhases } from './records-kept.ts'
import { isStillOpen, mayLead, mayReschedule, phasesFrom } from './rules.ts'

/** Moves the dates of what has not ended yet. */
export const reschedulePhases = command(
  ReschedulePhases,
  async ({ trx, actor, now, announce }, { consultationId, ...dates }) => {
    const consultation = await holdConsultationToChange(trx, actor, consultationId, now)
    insist(mayLead(await powersAt(trx, actor, { consultationId }, now)))
    insist(isStillOpen(consultation))
    insist(mayReschedule(await listPhases(trx, consultationId), dates, romeDay(now)))
    await keepPhases(trx, consultationId, phasesFrom(dates))
    await keepAnswerDue(trx, consultationId, dates.answerDueOn)
    await announce({ streamId: consultationId, name: 'phases-rescheduled', about: consultationId })
    return { consultationId }
  },
)
