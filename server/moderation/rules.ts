import { Refusal, type Verdict } from '../refusal.ts'

export type Subject = {
  isOwn: boolean
  isHidden: boolean
  isWithdrawn: boolean
  isWaiting: boolean
  isParked: boolean
  mayModerate: boolean
}

export function mayReport(subject: Subject): Verdict {
  if (subject.isOwn) return new Refusal('conflict', 'own-content')
  if (subject.isHidden || subject.isWithdrawn || subject.isWaiting || subject.isParked)
    return new Refusal('conflict', 'already-gone')
  return true
}

/** Only a moderator of its table decides on a text, and never on a text of their own. */
export function mayDecide(subject: Subject): Verdict {
  if (!subject.mayModerate) return new Refusal('forbidden', 'only-for-moderators')
  if (subject.isOwn) return new Refusal('forbidden', 'own-content')
  return true
}

export function mayHide(subject: Subject): Verdict {
  if (subject.isHidden) return new Refusal('conflict', 'already-hidden')
  const verdict = mayDecide(subject)
  if (verdict !== true) return verdict
  // What is not in the room is let in or refused.
  return subject.isWaiting ? new Refusal('conflict', 'message-held') : true
}

export function mayRestore(subject: Subject): Verdict {
  const verdict = mayDecide(subject)
  if (verdict !== true) return verdict
  return subject.isHidden || new Refusal('conflict', 'not-hidden')
}
