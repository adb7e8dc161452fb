import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { castPaper, composePoll, confirmTier, openPoll, showPoll } from '#server/polls/index.ts'
import type { Person } from '#server/ground.ts'
import { minutesFromNow } from './decisions.ts'
import type { World } from './world.ts'

type Composed = Parameters<typeof composePoll>[2]

/** A table that polls: a consultation, so many voting seats with holder and alternate, and as many people inside it as asked. */
export async function aPollingTable(
  world: World,
  given: { seats?: number; people?: number; visibility?: 'public' | 'members' } = {},
) {
  const consultation = await world.consultation({
    phase: 'decide',
    visibility: given.visibility ?? 'members',
  })
  const { chair, secretary } = consultation.table
  const seats = []
  for (let n = 0; n < (given.seats ?? 3); n++) {
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
  const people: Person[] = []
  for (let n = 0; n < (given.people ?? 0); n++) {
    const one = await world.person({ name: `Persona ${n}` })
    await world.ground.db
      .insertInto('consultationMembers')
      .values({ consultationId: consultation.id, personId: one.id, addedBy: chair.id })
      .execute()
    people.push(one)
  }
  return { consultation, chair, secretary, seats, people }
}

export type PollingTable = Awaited<ReturnType<typeof aPollingTable>>

/** What a chair sends to compose a poll. */
export function asComposed(table: PollingTable, more: Record<string, unknown> = {}): Composed {
  return {
    consultationId: table.consultation.id,
    kind: 'approval',
    title: 'Dove si apre lo sportello?',
    option: ['Palermo', 'Catania', 'Ragusa'],
    electors: 'seats',
    tier: 'open',
    quorum: '0',
    opensAt: minutesFromNow(60).toISOString(),
    closesAt: minutesFromNow(600).toISOString(),
    clientId: randomUUID(),
    ...more,
  }
}

/** Composed by the chair, confirmed by the secretary, open. */
export async function anOpenPoll(world: World, table: PollingTable, more: Record<string, unknown> = {}) {
  const { ground } = world
  const { pollId } = await composePoll(ground, table.chair, asComposed(table, more))
  await confirmTier(ground, table.secretary, { pollId })
  await openPoll(ground, table.chair, { pollId })
  const { definitionHash } = await showPoll(ground, table.chair, { pollId })
  return {
    pollId,
    definitionHash,
    /** Casts as a form does. */
    cast: (who: Person, paper: Record<string, unknown>) =>
      castPaper(ground, who, { pollId, definitionHash, clientId: randomUUID(), ...paper }),
  }
}

/** Marks on the roll and papers of a closed poll as they are kept: what is told of few is guarded. */
export async function castIn(world: World, pollId: string): Promise<{ marks: number; papers: number }> {
  const { rows } = await sql<{ marks: number; papers: number }>`select
      (select count(*) from poll_roll where poll_id = ${pollId} and has_voted) as marks,
      (select count(*) from poll_votes where poll_id = ${pollId}) + (select count(*) from box.opened(${pollId})) as papers`.execute(
    world.ground.db,
  )
  if (!rows[0]) throw new Error('A select without a source has one row')
  return rows[0]
}
