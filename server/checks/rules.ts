import { Refusal, refuseField, type Verdict } from '../refusal.ts'
import { checkLimits, type CheckKind, temperatures } from './words.ts'

/** A question has two to six different answers of its own; a temperature check has none. */
export function optionsStand(kind: CheckKind, options: readonly string[]): Verdict {
  if (kind === 'temperature') return true
  if (options.length < 2) return refuseField('options', 'too-few-options')
  if (options.length > checkLimits.options) return refuseField('options', 'too-many-options')
  const different = new Set(options.map((option) => option.toLocaleLowerCase('it')))
  return different.size === options.length ? true : refuseField('options', 'options-alike')
}

export function mayOpenCheck(open: { closesAt: Date } | undefined, now: Date): Verdict {
  return open && open.closesAt > now ? new Refusal('conflict', 'check-already-open') : true
}

/** An answer counts, and may be changed, while the check is open by the platform's clock. */
export function mayAnswer(
  check: { kind: CheckKind; options: readonly string[]; closesAt: Date; closedAt: Date | null },
  choice: number,
  now: Date,
): Verdict {
  if (check.closedAt !== null || check.closesAt <= now) return new Refusal('conflict', 'check-closed')
  return choice < optionsOf(check).length ? true : refuseField('choice', 'not-in-list')
}

export function optionsOf(check: { kind: CheckKind; options: readonly string[] }): readonly string[] {
  return check.kind === 'temperature' ? temperatures : check.options
}

/** A seat answers through whoever is there for it. */
export function mayAnswerForSeat(
  personId: string,
  fillsSeat: boolean,
  present: { personId: string } | undefined,
): Verdict {
  if (!fillsSeat) return new Refusal('forbidden', 'only-for-seats')
  return present?.personId === personId ? true : new Refusal('conflict', 'not-present')
}
