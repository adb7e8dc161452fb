import { randomUUID } from 'node:crypto'
import type { Person } from '#server/ground.ts'
import type { World } from './world.ts'

type Consultation = Awaited<ReturnType<World['consultation']>>
const document = JSON.stringify({ root: { type: 'root', children: [] } })

/** A posted need, written as a row. */
export async function aNeed(
  { ground }: World,
  consultation: Consultation,
  given: {
    author: Person
    organisationId?: string
    title?: string
    plain?: string
    areas?: string[]
    language?: string
  },
) {
  const { id } = await ground.db
    .insertInto('needs')
    .values({
      consultationId: consultation.id,
      authorId: given.author.id,
      organisationId: given.organisationId ?? null,
      state: 'posted',
      title: given.title ?? 'Una casa con contratto',
      document,
      plain: given.plain ?? 'Cerchiamo casa da due anni e nessuno firma un contratto.',
      language: given.language ?? 'it',
      territoryCode: '19',
      regionCode: '19',
      areas: given.areas ?? ['housing'],
      concerns: ['families'],
      urgency: 'high',
      postedAt: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A proposal in a state, with its text and the needs it comes from, written as rows. */
export async function aProposal(
  { ground }: World,
  consultation: Consultation,
  given: {
    state?: 'draft' | 'published' | 'voting' | 'approved' | 'not-approved' | 'answered'
    title?: string
    needIds?: string[]
  } = {},
) {
  const by = consultation.table.chair.id
  const { db } = ground
  const { id } = await db
    .insertInto('proposals')
    .values((insert) => ({
      consultationId: consultation.id,
      number: insert
        .selectFrom('proposals')
        .where('consultationId', '=', consultation.id)
        .select(({ fn }) => fn.countAll<number>().as('made')),
      state: given.state ?? ('approved' as const),
      createdBy: by,
      publishedAt: new Date(),
      clientId: randomUUID(),
    }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('proposalVersions')
    .values({
      proposalId: id,
      version: 1,
      title: given.title ?? 'Un fondo di garanzia per l’affitto',
      document,
      plain: 'Il fondo copre sei mesi di affitto.',
      ask: 'Istituire un fondo di garanzia',
      addressee: 'La Regione',
      authorId: by,
    })
    .execute()
  for (const needId of given.needIds ?? [])
    await db.insertInto('proposalSources').values({ proposalId: id, needId, linkedBy: by }).execute()
  return id
}
