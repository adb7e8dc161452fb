import type { Actor } from '../ground.ts'
import { refuseField, Refusal, type Verdict } from '../refusal.ts'
import type { OwnState } from './contract.ts'

/** Whoever takes part in an open consultation speaks in its room, and so do those who hold an office at its table. */
export function maySpeak(room: { isOpen: boolean; takesPart: boolean }, actor: Actor): Verdict {
  if (actor.kind === 'guest') return new Refusal('forbidden', 'sign-in-first')
  if (!room.isOpen) return new Refusal('conflict', 'room-closed')
  if (!room.takesPart) return new Refusal('forbidden', 'only-for-organisations')
  return true
}

/** One changes one's own words while the room is open, unless they were taken away or wait for a moderator to read them. */
export function mayEdit(message: { isOpen: boolean; state: OwnState }): Verdict {
  if (!message.isOpen) return new Refusal('conflict', 'room-closed')
  return message.state === 'said' || new Refusal('conflict', `message-${message.state}`)
}

/** Whoever may speak may say what they think of a message that stands. */
export function mayReact(
  message: { isOpen: boolean; takesPart: boolean; stands: boolean },
  actor: Actor,
): Verdict {
  const verdict = maySpeak(message, actor)
  if (verdict !== true) return verdict
  return message.stands || new Refusal('conflict', 'message-gone')
}

type Keeper = { isOpen: boolean; mayModerate: boolean; mayKeepOrder: boolean }
type Kept = Keeper & { state: OwnState; isParked: boolean; isOwn: boolean }

/** The chair of the table, or a moderator, keeps order in its room. */
export function mustKeepOrder({ mayKeepOrder }: { mayKeepOrder: boolean }): Verdict {
  return mayKeepOrder || new Refusal('forbidden', 'only-for-chair-or-moderator')
}

export function mayKeepOrder(room: Keeper): Verdict {
  const verdict = mustKeepOrder(room)
  if (verdict !== true) return verdict
  return room.isOpen || new Refusal('conflict', 'room-closed')
}

/** What is decided over people's words, and told of them, is for moderators. */
export function mustModerate({ mayModerate }: { mayModerate: boolean }): Verdict {
  return mayModerate || new Refusal('forbidden', 'only-for-moderators')
}

/** A message that is not in the room is there only for its author and for moderators. */
export function mayKnowOf(message: Kept): Verdict {
  const isInRoom = message.state !== 'held' && message.state !== 'refused'
  return isInRoom || message.mayModerate || message.isOwn || new Refusal('unseen', 'message')
}

/** What was sent while messages wait is decided once, and never by who wrote it. */
export function mayDecideOnHeld(message: Kept): Verdict {
  const verdict = mustModerate(message)
  if (verdict !== true) return verdict
  if (message.isOwn) return new Refusal('forbidden', 'own-content')
  return message.state === 'held' || new Refusal('conflict', 'not-waiting')
}

export function mayApprove(message: Kept): Verdict {
  const verdict = mayDecideOnHeld(message)
  if (verdict !== true) return verdict
  return message.isOpen || new Refusal('conflict', 'room-closed')
}

export function mayPark(message: Kept): Verdict {
  const verdict = mustModerate(message)
  if (verdict !== true) return verdict
  return message.state === 'said' || new Refusal('conflict', 'message-gone')
}

export function mayReturn(message: Kept): Verdict {
  const verdict = mustModerate(message)
  if (verdict !== true) return verdict
  if (!message.isParked || message.state === 'withdrawn') return new Refusal('conflict', 'not-parked')
  return message.isOpen || new Refusal('conflict', 'room-closed')
}

export function mayPin(message: Kept): Verdict {
  const verdict = mayKeepOrder(message)
  if (verdict !== true) return verdict
  return message.state === 'said' || new Refusal('conflict', 'message-gone')
}

/** Taking speech away from a room wants a reason; giving it back does not. */
export function mustSayWhy(note: string | undefined): Verdict {
  return (note !== undefined && note.length >= 3) || refuseField('note', note ? 'too-short' : 'needed')
}

/** Two languages are two. */
export function mayBeRecap(recap: { firstLanguage: string; secondLanguage: string }): Verdict {
  return recap.firstLanguage !== recap.secondLanguage || refuseField('secondLanguage', 'same-language')
}
