import type { Powers } from '../consultations/contract.ts'
import type { Actor } from '../ground.ts'
import { Refusal, refuseField, type Verdict } from '../refusal.ts'
import { type Office, offices } from './words.ts'

/** Who founds tables and names their chairs. */
export function overseesTables(actor: Actor): boolean {
  return (
    actor.kind === 'person' && (actor.roles.includes('coordinator') || actor.roles.includes('administrator'))
  )
}

export function mayFound(actor: Actor): Verdict {
  if (actor.kind === 'guest') return new Refusal('forbidden', 'sign-in-first')
  return overseesTables(actor) ? true : new Refusal('forbidden', 'only-for-coordinators')
}

/** A coordinator gives every office; a chair those beside their own. */
export function officesGivenBy(actor: Actor, powers: Powers): Office[] {
  if (overseesTables(actor)) return [...offices]
  return powers.offices.includes('chair') ? ['secretary', 'moderator'] : []
}

export function mayGiveOffice(actor: Actor, powers: Powers, office: Office): Verdict {
  return officesGivenBy(actor, powers).includes(office)
    ? true
    : new Refusal('forbidden', 'office-not-yours-to-give')
}

type Term = { startsOn: string; endsOn?: string | null | undefined }

/** A term has an end after its start; the act that gives it is not of a day to come. */
export function isTermSound(term: Term & { actDate: string }, today: string): Verdict {
  if (term.actDate > today) return refuseField('actDate', 'not-in-future')
  if (term.endsOn && term.endsOn < term.startsOn) return refuseField('endsOn', 'ends-before-it-starts')
  return true
}

/** Nobody sits beyond the seat's own term. */
export function isWithinSeat(term: Term, seat: Term): Verdict {
  if (term.startsOn < seat.startsOn || (seat.endsOn && term.startsOn > seat.endsOn))
    return refuseField('startsOn', 'outside-seat-term')
  if (seat.endsOn && term.endsOn && term.endsOn > seat.endsOn)
    return refuseField('endsOn', 'outside-seat-term')
  return true
}

/** Who sat until now sat rightly: a replacement begins today or later, and after any that is already planned. */
export function mayReplace(running: readonly Term[], startsOn: string, today: string): Verdict {
  if (running.length === 0) return true
  if (startsOn < today) return refuseField('startsOn', 'not-before-today')
  return running.some((mandate) => mandate.startsOn > startsOn)
    ? refuseField('startsOn', 'another-is-planned')
    : true
}

/** A seat ends yesterday at the earliest: what was decided from it stands. */
export function mayEnd(seat: Term, endsOn: string, yesterday: string): Verdict {
  if (seat.endsOn && seat.endsOn < yesterday) return new Refusal('conflict', 'seat-already-ended')
  if (endsOn < yesterday || endsOn < seat.startsOn) return refuseField('endsOn', 'too-early')
  if (seat.endsOn && endsOn > seat.endsOn) return refuseField('endsOn', 'outside-seat-term')
  return true
}
