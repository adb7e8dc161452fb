import type { Powers } from '../consultations/contract.ts'
import type { Actor } from '../ground.ts'
import { Refusal, type Verdict } from '../refusal.ts'
import type { CollectionSeen } from './contract.ts'

type Seen = Pick<CollectionSeen, 'isOpen' | 'closedAt' | 'letsGuests' | 'participation'>

/** Whoever takes part in the consultation; and anybody at all where it lets people answer without an account. */
export function mayAnswer(collection: Seen, powers: Powers, actor: Actor): Verdict {
  if (collection.closedAt !== null) return new Refusal('conflict', 'consultation-closed')
  if (!collection.isOpen) return new Refusal('conflict', 'statements-not-open')
  if (collection.letsGuests) return true
  if (actor.kind === 'guest') return new Refusal('forbidden', 'sign-in-first')
  return takesPart(collection, powers)
}

/** Participants write while statements are open; who moderates also before, to begin with. */
export function mayWrite(collection: Seen, powers: Powers, actor: Actor): Verdict {
  if (actor.kind === 'guest') return new Refusal('forbidden', 'sign-in-first')
  if (collection.closedAt !== null) return new Refusal('conflict', 'consultation-closed')
  if (mayModerate(powers) === true) return true
  return collection.isOpen ? takesPart(collection, powers) : new Refusal('conflict', 'statements-not-open')
}

/** What answers to a survey say is put to everybody by who leads the table: nobody else reads them. */
export function mayTakeFromAnswers({ closedAt }: Pick<Seen, 'closedAt'>, powers: Powers): Verdict {
  if (closedAt !== null) return new Refusal('conflict', 'consultation-closed')
  return powers.offices.includes('chair') || powers.offices.includes('secretary')
    ? true
    : new Refusal('forbidden', 'only-for-chair-or-secretary')
}

export function mayModerate({ offices }: Powers): Verdict {
  return offices.length > 0 ? true : new Refusal('forbidden', 'only-for-moderators')
}

export function areResultsShown({ showsResults }: Pick<CollectionSeen, 'showsResults'>): Verdict {
  return showsResults ? true : new Refusal('forbidden', 'results-not-shown')
}

/** All that is looked at here of what somebody is: their offices at the table, and whether they speak for an organisation. */
export function powersOf({
  offices,
  represents,
}: {
  offices: Powers['offices']
  represents: boolean
}): Powers {
  const representsOrganisations = represents ? [{ id: '', name: '' }] : []
  return { offices, seats: [], representsOrganisations, isAnsweringBody: false }
}

function takesPart({ participation }: Seen, { representsOrganisations }: Powers): Verdict {
  return participation === 'registered' || representsOrganisations.length > 0
    ? true
    : new Refusal('forbidden', 'only-for-organisations')
}
