import type { Ground } from '../ground.ts'
import { daysBefore, inParts } from '../in-parts.ts'
import { dropInvitations } from './records-invitations.ts'
import { invitationKeptDays } from './words.ts'

/** Invitations that were settled or ran out some time ago, with the addresses of people who may never have come. */
export async function forgetInvitations(ground: Ground): Promise<number> {
  return inParts((most) => dropInvitations(ground.db, daysBefore(ground.now(), invitationKeptDays), most))
}
