import { sql } from 'kysely'
import type { Database, Reader, Trx } from '#db/database.ts'
import { Refusal } from '../refusal.ts'
import type { InvitationListed } from './contract.ts'
import type { OrganisationRole } from './words.ts'

export async function keepInvitation(
  trx: Trx,
  invitation: {
    organisationId: string
    email: string
    role: OrganisationRole
    tokenHash: string
    invitedBy: string
    invitedAt: Date
    expiresAt: Date
  },
) {
  return trx
    .insertInto('organisationInvitations')
    .values(invitation)
    .returning('id')
    .executeTakeFirstOrThrow()
}

export async function findInvitation(db: Reader, tokenHash: string, now: Date) {
  return standing(db, now)
    .where('tokenHash', '=', tokenHash)
    .innerJoin('organisations', 'organisations.id', 'organisationInvitations.organisationId')
    .select([
      'organisationInvitations.organisationId',
      'organisations.name as organisation',
      'organisationInvitations.role',
      'organisationInvitations.email',
      'organisationInvitations.expiresAt',
    ])
    .executeTakeFirst()
}

/** An invitation that still stands, locked: forty clicks at once accept it once. */
export async function holdInvitation(trx: Trx, tokenHash: string, now: Date) {
  const found = await standing(trx, now)
    .where('tokenHash', '=', tokenHash)
    .select(['id', 'organisationId', 'email', 'role'])
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refusal('unseen', 'invitation')
  return found
}

export async function holdInvitationById(trx: Trx, invitationId: string, now: Date) {
  const found = await standing(trx, now)
    .where('id', '=', invitationId)
    .select(['id', 'organisationId'])
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refusal('unseen', 'invitation')
  return found
}

export async function listInvitations(
  db: Reader,
  organisationId: string,
  now: Date,
): Promise<InvitationListed[]> {
  return standing(db, now)
    .where('organisationId', '=', organisationId)
    .orderBy('invitedAt', 'desc')
    .limit(100)
    .select(['id', 'email', 'role', 'invitedAt', 'expiresAt'])
    .execute()
}

export async function acceptInvitation(trx: Trx, invitationId: string, personId: string, now: Date) {
  await trx
    .updateTable('organisationInvitations')
    .set({ acceptedBy: personId, acceptedAt: now })
    .where('id', '=', invitationId)
    .execute()
}

export async function withdrawInvitation(trx: Trx, invitationId: string, now: Date) {
  await trx
    .updateTable('organisationInvitations')
    .set({ withdrawnAt: now })
    .where('id', '=', invitationId)
    .execute()
}

export async function findEmail(db: Reader, personId: string) {
  const found = await db.selectFrom('people').where('id', '=', personId).select('email').executeTakeFirst()
  return found?.email ?? null
}

export async function findPersonByEmail(db: Reader, email: string) {
  return db.selectFrom('people').where('email', '=', email).select(['id', 'language']).executeTakeFirst()
}

function standing(db: Reader, now: Date) {
  return db
    .selectFrom('organisationInvitations')
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '>', now)
}

/** Invitations that were accepted, taken back or ran out before a moment. */
export async function dropInvitations(db: Database, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from organisation_invitations where id in (
    select id from organisation_invitations where least(accepted_at, withdrawn_at, expires_at) < ${before}
    limit ${most} for update skip locked)`.execute(db)
  return Number(numAffectedRows ?? 0)
}
