import { randomUUID } from 'node:crypto'
import { inviteToOrganisation } from '#server/organisations/index.ts'
import { actsByCapability } from '#server/platform.ts'
import { saveNeedDraft } from '#server/needs/index.ts'
import { postMessage } from '#server/rooms/index.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld } from '#tests/support/world.ts'

export const canary = 'CANARINO-24'

/** What somebody has stored, in a consultation that is open to all and in one that is secret, and Eve, who may name it. */
export async function othersThings() {
  const world = await aWorld()
  const { ground } = world
  const [eve, victim] = [await world.person({ name: 'Eve' }), await world.person({ name: 'Vittima' })]
  const organisation = await world.organisation({ representative: victim })
  const open = await world.consultation({ phase: 'listen' })
  const secret = await world.consultation({ visibility: 'members' })
  const { chair } = secret.table
  const said = (who: typeof eve, roomId: string) =>
    postMessage(ground, who, { roomId, text: canary, language: 'it', clientId: randomUUID() })
  const draft = randomUUID()
  await saveNeedDraft(ground, victim, { consultationId: open.id, clientId: draft, title: canary })
  const about = { kind: 'need-read', subjectKind: 'need', subjectId: randomUUID() }
  const notice = await ground.db
    .insertInto('notices')
    .values({ ...about, personId: victim.id, streamId: open.id, seq: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const invited = { organisationId: organisation.id, email: 'invited@people.test', role: 'member' as const }
  /** By the name under which an act takes it. */
  const theirs = {
    clientId: draft,
    noticeId: notice.id,
    sessionId: victim.sessionId,
    invitationId: (await inviteToOrganisation(ground, victim, invited)).invitationId,
    messageId: (await said(victim, open.roomId)).id,
    secretMessageId: (await said(chair, secret.roomId)).id,
    needId: (await aNeed(world, { consultationId: open.id, author: victim })).id,
    secretNeedId: (await aNeed(world, { consultationId: secret.id, author: chair, title: canary })).id,
    organisationId: organisation.id,
  }
  ground.told.length = 0

  /** The rows that Eve may not change. */
  async function stored(): Promise<unknown> {
    const { db } = ground
    const [organisationId, consultationId, roomId] = [organisation.id, open.id, open.roomId]
    return [
      await db.selectFrom('sessions').where('personId', '=', victim.id).selectAll().execute(),
      await db.selectFrom('notices').where('personId', '=', victim.id).selectAll().execute(),
      await db.selectFrom('organisations').where('id', '=', organisationId).selectAll().execute(),
      await db
        .selectFrom('organisationMembers')
        .where('organisationId', '=', organisationId)
        .selectAll()
        .execute(),
      await db
        .selectFrom('organisationInvitations')
        .where('organisationId', '=', organisationId)
        .selectAll()
        .execute(),
      await db
        .selectFrom('needs')
        .where('consultationId', '=', consultationId)
        .selectAll()
        .orderBy('id')
        .execute(),
      await db.selectFrom('messages').where('roomId', '=', roomId).selectAll().orderBy('id').execute(),
    ]
  }

  return { world, ground, eve, victim, open, theirs, stored }
}

export async function refusalOf(run: Promise<unknown>): Promise<{ kind: string } | { answer: unknown }> {
  return run.then(
    (answer) => ({ answer }),
    ({ kind, reason, fields }: { kind: string; reason: string; fields: object }) => ({
      kind,
      reason,
      fields,
    }),
  )
}

export function actAt(path: string) {
  const [capability = '', name = ''] = path.split('/')
  const found = actsByCapability.get(capability)?.get(name)
  if (!found) throw new Error(`There is no ${path}`)
  return found
}
