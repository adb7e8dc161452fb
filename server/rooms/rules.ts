import type { Actor } from '../ground.ts'
import { Refusal, type Verdict } from '../refusal.ts'

/** Whoever takes part in an open consultation speaks in its room, and so do those who hold an office at its table. */
export function maySpeak(room: { isOpen: boolean; takesPart: boolean }, actor: Actor): Verdict {
  if (actor.kind === 'guest') return new Refusal('forbidden', 'sign-in-first')
  if (!room.isOpen) return new Refusal('conflict', 'room-closed')
  if (!room.takesPart) return new Refusal('forbidden', 'only-for-organisations')
  return true
}

/** One changes one's own words while the room is open, unless they were taken away. */
export function mayEdit(message: { isOpen: boolean; state: 'said' | 'hidden' | 'withdrawn' }): Verdict {
  if (!message.isOpen) return new Refusal('conflict', 'room-closed')
  if (message.state === 'hidden') return new Refusal('conflict', 'message-hidden')
  if (message.state === 'withdrawn') return new Refusal('conflict', 'message-withdrawn')
  return true
}
