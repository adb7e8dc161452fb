import { Refusal, refuseField, type Verdict } from '../refusal.ts'
import type { MotionState, TaskState } from './words.ts'

type Seats = readonly { seatId: string }[]
type Motion = {
  state: MotionState
  lastOutcome: 'approved' | 'not-approved' | 'no-quorum' | null
  hasOpenVote: boolean
}

/** Whoever fills the seat today and has taken its place at this meeting speaks for it. */
export function maySpeakForSeat(
  seats: Seats,
  seatId: string,
  present: { personId: string } | undefined,
  personId: string,
): Verdict {
  if (!seats.some((seat) => seat.seatId === seatId)) return new Refusal('forbidden', 'not-your-seat')
  return present?.personId === personId ? true : new Refusal('conflict', 'not-present')
}

/** Until it is put; saying it twice is once. */
export function mayWithdraw(motion: Pick<Motion, 'state'> & { seatId: string }, seats: Seats): Verdict {
  if (!seats.some((seat) => seat.seatId === motion.seatId)) return new Refusal('forbidden', 'not-your-seat')
  return motion.state === 'put' ? new Refusal('conflict', 'motion-already-put') : true
}

export function maySupport(motion: Pick<Motion, 'state'> & { seatId: string }, seatId: string): Verdict {
  if (motion.seatId === seatId) return new Refusal('conflict', 'motion-your-own')
  return isStillOpen(motion)
}

export function mayPreside(powers: { offices: readonly string[] }): Verdict {
  return powers.offices.includes('chair') ? true : new Refusal('forbidden', 'only-for-chair')
}

/** The chair, the secretary and those who moderate the table's talk. */
export function mayTakeUp(powers: { offices: readonly string[] }): Verdict {
  return powers.offices.length > 0 ? true : new Refusal('forbidden', 'only-for-officers')
}

/** What decided nothing, for want of votes, may be put again; what was decided is not voted twice. */
export function mayPut(motion: Motion): Verdict {
  if (motion.hasOpenVote) return new Refusal('conflict', 'motion-already-put')
  if (motion.state === 'put' && motion.lastOutcome === 'no-quorum') return true
  return isStillOpen(motion)
}

function isStillOpen({ state }: Pick<Motion, 'state'>): Verdict {
  if (state === 'moved') return true
  return new Refusal('conflict', state === 'put' ? 'motion-already-put' : 'motion-withdrawn')
}

/** The table decides nothing while too few of its voting seats are there. */
export function isQuorate(quorum: { present: number; needed: number }): Verdict {
  return quorum.present >= quorum.needed ? true : new Refusal('conflict', 'no-quorum-present')
}

type TaskAsked = {
  decisionId?: string | undefined
  itemId?: string | undefined
  office?: string | undefined
  organisationId?: string | undefined
  dueOn: string
  reviewOn?: string | undefined
}

/** A task comes from one thing, is one office's, and is due today or later. */
export function isTaskSound(task: TaskAsked, today: string): Verdict {
  if (!task.decisionId === !task.itemId) return refuseField('decisionId', 'decision-or-item')
  if (!task.office === !task.organisationId) return refuseField('office', 'one-office')
  if (task.dueOn < today) return refuseField('dueOn', 'not-before-today')
  if (task.reviewOn && task.reviewOn < task.dueOn) return refuseField('reviewOn', 'review-before-due')
  return true
}

export function taskStateOn({ isDone, dueOn }: { isDone: boolean; dueOn: string }, today: string): TaskState {
  if (isDone) return 'done'
  return dueOn < today ? 'overdue' : 'open'
}

/** Who runs the table's meetings says how a task went, and whoever speaks for the organisation that has it. */
export function mayReport(
  task: { organisationId: string | null },
  powers: { offices: readonly string[]; representsOrganisations: readonly { id: string }[] },
): Verdict {
  const leads = powers.offices.some((office) => office === 'chair' || office === 'secretary')
  const isTheirs = powers.representsOrganisations.some(({ id }) => id === task.organisationId)
  return leads || isTheirs ? true : new Refusal('forbidden', 'task-not-yours')
}
