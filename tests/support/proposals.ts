import { aNeed } from './needs.ts'
import type { World } from './world.ts'

type Consultation = Awaited<ReturnType<World['consultation']>>

const document = JSON.stringify({
  root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Parole.' }] }] },
})

/** A proposal as rows: published unless said otherwise, with one version, from the needs given or one new one. */
export async function aProposal(
  world: Pick<World, 'ground' | 'person'>,
  consultation: Consultation,
  given: {
    state?: 'draft' | 'published' | 'voting' | 'approved' | 'not-approved' | 'answered'
    title?: string
    needIds?: string[]
  } = {},
) {
  const { db } = world.ground
  const state = given.state ?? 'published'
  const needIds = given.needIds ?? [(await aNeed(world, { consultationId: consultation.id })).id]
  const writer = consultation.table.secretary
  const { id, number } = await db
    .insertInto('proposals')
    .values((insert) => ({
      consultationId: consultation.id,
      number: insert
        .selectFrom('proposals')
        .where('consultationId', '=', consultation.id)
        .select((made) => made(made.fn.countAll<number>(), '+', made.lit(1)).as('number')),
      state,
      createdBy: writer.id,
      publishedAt: state === 'draft' ? null : new Date(),
    }))
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
  const version = {
    version: 1,
    title: given.title ?? 'Una corsa in più la mattina',
    plain: 'Parole.',
    ask: 'Che la corsa delle cinque ci sia.',
    addressee: 'Regione, Trasporti',
  }
  await db
    .insertInto('proposalVersions')
    .values({ ...version, proposalId: id, document, authorId: writer.id })
    .execute()
  for (const needId of needIds)
    await db.insertInto('proposalSources').values({ proposalId: id, needId, linkedBy: writer.id }).execute()
  return { id, number, question: { ...version, proposalId: id, number, text: version.plain } }
}
