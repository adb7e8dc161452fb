import type { Actor } from '../ground.ts'
import { Refusal, refuseField, type Verdict } from '../refusal.ts'
import type { DatedPhase, PhaseDates, Powers } from './contract.ts'
import { type Participation, type Phase, phases, type Visibility } from './words.ts'

/** A closed consultation is only read. In an open one anyone signed in takes part, or only who speaks for a verified organisation. */
export function mayTakePart(
  consultation: { participation: Participation; closedAt: Date | null },
  powers: Powers,
  actor: Actor,
): Verdict {
  if (actor.kind === 'guest') return new Refusal('forbidden', 'sign-in-first')
  if (consultation.closedAt !== null) return new Refusal('conflict', 'consultation-closed')
  if (consultation.participation === 'organisations' && powers.representsOrganisations.length === 0)
    return new Refusal('forbidden', 'only-for-organisations')
  return true
}

export function leadsTable(powers: Powers): boolean {
  return powers.offices.includes('chair') || powers.offices.includes('secretary')
}

/** Opening, dating, admitting and closing are the chair's and the secretary's. */
export function mayLead(powers: Powers): Verdict {
  return leadsTable(powers) ? true : new Refusal('forbidden', 'only-for-chair-or-secretary')
}

/** The dates as a form sends them, phase by phase. */
export function phasesFrom(dates: PhaseDates): DatedPhase[] {
  return phases.map((phase) => ({ phase, startsOn: dates[`${phase}From`], endsOn: dates[`${phase}To`] }))
}

/** Each phase ends before the next one starts; the answer is due no earlier than the phase in which it is given. */
export function arePhasesInOrder(dates: PhaseDates): Verdict {
  const dated = phasesFrom(dates)
  for (const [index, { phase, startsOn, endsOn }] of dated.entries()) {
    const before = dated[index - 1]
    if (before && startsOn <= before.endsOn) return refuseField(`${phase}From`, 'starts-before-last-ends')
    if (endsOn < startsOn) return refuseField(`${phase}To`, 'ends-before-it-starts')
  }
  return dates.answerDueOn < dates.answerFrom ? refuseField('answerDueOn', 'answer-due-too-early') : true
}

/** A phase that is over keeps its dates: people took part by them. */
export function mayReschedule(before: readonly DatedPhase[], dates: PhaseDates, today: string): Verdict {
  for (const { phase, startsOn, endsOn } of before) {
    if (endsOn < today && (dates[`${phase}From`] !== startsOn || dates[`${phase}To`] !== endsOn))
      return refuseField(`${phase}To`, 'phase-already-over')
  }
  return arePhasesInOrder(dates)
}

export function isStillOpen(consultation: { closedAt: Date | null }): Verdict {
  return consultation.closedAt === null ? true : new Refusal('conflict', 'consultation-closed')
}

/** Nobody votes in what is closed, and nothing that was announced opens in it later. */
export function mayClose(isAnythingToVote: boolean): Verdict {
  return isAnythingToVote ? new Refusal('conflict', 'votes-not-over') : true
}

export function hasMembers(consultation: { visibility: Visibility }): Verdict {
  return consultation.visibility === 'members' ? true : new Refusal('conflict', 'consultation-is-public')
}

/** Needs are posted while the consultation listens and discusses. */
export function mayPostNeed(
  consultation: { participation: Participation; closedAt: Date | null; phase: Phase | null },
  powers: Powers,
  actor: Actor,
): Verdict {
  if (consultation.phase !== 'listen' && consultation.phase !== 'discuss')
    return new Refusal('conflict', 'not-in-this-phase')
  return mayTakePart(consultation, powers, actor)
}
