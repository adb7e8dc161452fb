import { Refusal, refuseField, type Verdict } from '../refusal.ts'
import type { DeclineReason, Outcome } from './words.ts'

/** The body is asked about what was approved; about a published proposal too, where the table does not vote on it. */
export function mayAsk(
  proposal: { state: string; isAsked: boolean; hasLiveBallot: boolean },
  isChair: boolean,
  dueOn: string,
  today: string,
): Verdict {
  if (!isChair) return new Refusal('forbidden', 'only-for-chair')
  if (proposal.state !== 'approved' && proposal.state !== 'published')
    return new Refusal('conflict', 'proposal-not-approved')
  if (proposal.isAsked) return new Refusal('conflict', 'answer-already-asked')
  if (proposal.hasLiveBallot) return new Refusal('conflict', 'ballot-called')
  if (dueOn < today) return refuseField('dueOn', 'day-is-past')
  return true
}

export type Answerer = {
  /** Represents the body that was asked. */
  isRepresentative: boolean
  /** Is an official of the region that the table is in and that the body belongs to. */
  isOfficialOfRegion: boolean
  bodyIsPublic: boolean
}

/** The body speaks through its representatives; a public body also through the officials of its region. */
export function speaksForBody(who: Answerer): boolean {
  return who.isRepresentative || (who.isOfficialOfRegion && who.bodyIsPublic)
}

export function mayGive(request: { isAsked: boolean }, who: Answerer): Verdict {
  if (!speaksForBody(who)) return new Refusal('forbidden', 'only-for-answering-body')
  if (!request.isAsked) return new Refusal('conflict', 'answer-not-asked')
  return true
}

/** Declining needs a reason, a study a day when the body comes back; neither has a day by which it is done. */
export function isWhole(
  answer: {
    outcome: Outcome
    reason?: DeclineReason | undefined
    doneBy?: string | undefined
    reviewOn?: string | undefined
  },
  today: string,
): Verdict {
  if (answer.outcome === 'declined' && !answer.reason) return refuseField('reason', 'needed')
  if (answer.outcome !== 'declined' && answer.reason) return refuseField('reason', 'only-when-declined')
  if (answer.outcome === 'studying') {
    if (!answer.reviewOn) return refuseField('reviewOn', 'needed')
    if (answer.reviewOn <= today) return refuseField('reviewOn', 'day-is-past')
  } else if (answer.reviewOn) return refuseField('reviewOn', 'only-when-studying')
  if (answer.doneBy && answer.outcome !== 'accepted' && answer.outcome !== 'accepted-in-part')
    return refuseField('doneBy', 'only-when-accepted')
  if (answer.doneBy && answer.doneBy < today) return refuseField('doneBy', 'day-is-past')
  return true
}
