import { randomUUID } from 'node:crypto'
import type { Person } from '#server/ground.ts'
import { definitionOf, hashOf } from '#server/ballots/definition.ts'
import type { World } from './world.ts'

type Consultation = Awaited<ReturnType<World['consultation']>>

const words = {
  root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Parole.' }] }] },
}

export async function aNeed(
  world: World,
  consultationId: string,
  given: { author?: Person; title?: string; state?: 'posted' | 'withdrawn'; hiddenAt?: Date } = {},
) {
  const author = given.author ?? (await world.person())
  const { id } = await world.ground.db
    .insertInto('needs')
    .values({
      consultationId,
      authorId: author.id,
      state: given.state ?? 'posted',
      title: given.title ?? 'Un autobus che arriva ai campi',
      document: JSON.stringify(words),
      plain: 'Parole.',
      language: 'it',
      territoryCode: '19',
      regionCode: '19',
      areas: ['work'],
      concerns: ['workers'],
      urgency: 'high',
      postedAt: new Date(),
      hiddenAt: given.hiddenAt ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, author }
}

/** A proposal with one version and one source, published unless said otherwise. */
export async function aProposal(
  world: World,
  consultation: Consultation,
  state: 'draft' | 'published' | 'approved' | 'not-approved' = 'published',
) {
  const { db } = world.ground
  const need = await aNeed(world, consultation.id)
  const writer = consultation.table.secretary
  const { id, number } = await db
    .insertInto('proposals')
    .values({
      consultationId: consultation.id,
      number: (parseInt(randomUUID().slice(0, 6), 16) % 100_000) + 1,
      state,
      createdBy: writer.id,
      publishedAt: state === 'draft' ? null : new Date(),
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
  const version = {
    version: 1,
    title: 'Una corsa in più la mattina',
    plain: 'Parole.',
    ask: 'Che la corsa delle cinque ci sia.',
    addressee: 'Regione, Trasporti',
  }
  await db
    .insertInto('proposalVersions')
    .values({ ...version, proposalId: id, document: JSON.stringify(words), authorId: writer.id })
    .execute()
  await db
    .insertInto('proposalSources')
    .values({ proposalId: id, needId: need.id, linkedBy: writer.id })
    .execute()
  return { id, number, need, question: { ...version, proposalId: id, number, text: version.plain } }
}

/** A table that decides: its voting seats, each with holder and alternate, and a ballot on a published proposal. */
export async function aBallot(
  world: World,
  given: {
    state?: 'planned' | 'open'
    seats?: number
    quorum?: number
    majority?: 'simple' | 'absolute' | 'two-thirds'
    visibility?: 'public' | 'members'
    /** In minutes from now. */
    opens?: number
    closes?: number
  } = {},
) {
  const { db } = world.ground
  const state = given.state ?? 'open'
  const consultation = await world.consultation({
    phase: 'decide',
    visibility: given.visibility ?? 'public',
  })
  const seats = []
  for (let count = 0; count < (given.seats ?? 3); count++) {
    const organisation = await world.organisation()
    const holder = organisation.representative
    const alternate = await world.person({ name: 'Supplente' })
    const { id } = await world.seat({
      tableId: consultation.table.id,
      organisationId: organisation.id,
      holder,
      alternate,
    })
    seats.push({ id, holder, alternate, organisationId: organisation.id })
  }
  const proposal = await aProposal(world, consultation)
  const rules = {
    quorum: given.quorum ?? 50,
    majority: given.majority ?? ('simple' as const),
    opensAt: minutesFromNow(given.opens ?? (state === 'open' ? -60 : 60)),
    closesAt: minutesFromNow(given.closes ?? 120),
  }
  const definitionHash = hashOf(definitionOf(proposal.question, rules))
  const { id } = await db
    .insertInto('ballots')
    .values({
      ...rules,
      proposalId: proposal.id,
      proposalVersion: 1,
      consultationId: consultation.id,
      definitionHash,
      state,
      openedAt: state === 'open' ? new Date() : null,
      createdBy: consultation.table.chair.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (state === 'open') {
    if (seats.length > 0)
      await db
        .insertInto('ballotSeats')
        .values(seats.map((seat) => ({ ballotId: id, seatId: seat.id })))
        .execute()
    await db.updateTable('proposals').set({ state: 'voting' }).where('id', '=', proposal.id).execute()
  }
  return { id, definitionHash, seats, proposal, consultation, chair: consultation.table.chair }
}

export function minutesFromNow(minutes: number): Date {
  return new Date(Date.now() + minutes * 60_000)
}

export async function votesOf(world: World, ballotId: string) {
  return world.ground.db
    .selectFrom('votes')
    .where('ballotId', '=', ballotId)
    .select(['unit', 'electorId', 'castBy', 'choice', 'reason', 'castAt', 'changedAt'])
    .execute()
}

export async function eventsOf(world: World, consultationId: string) {
  return world.ground.db
    .selectFrom('events')
    .where('streamId', '=', consultationId)
    .orderBy('seq')
    .select(['name', 'aboutId', 'actorId', 'body'])
    .execute()
}
