import { randomUUID } from 'node:crypto'
import type { Guest, Language, Person, PlatformRole } from '#server/ground.ts'
import { openStream } from '#server/events.ts'
import { hashToken, newToken } from '#server/people/secrets.ts'
import { dayAfter, romeDay } from '#server/rome-day.ts'
import { aGround, type TestGround } from './ground.ts'

export const guest: Guest = { kind: 'guest', language: 'it', network: '192.0.2' }

/** A day so many days from today in Italy, `2026-05-14`. */
export function dayFromNow(days: number): string {
  return dayAfter(romeDay(new Date()), days)
}

/**
 * A world of one's own for each test: own people, organisations, table and consultation, sharing nothing with any other
 * test but the database. Builders write rows directly, so that a test of one act does not depend on forty others.
 */
export async function aWorld(more: Parameters<typeof aGround>[0] = {}) {
  const ground = await aGround(more)
  return { ground, ...builders(ground) }
}

export type World = Awaited<ReturnType<typeof aWorld>>

function builders(ground: TestGround) {
  const { db } = ground

  async function person(
    given: { name?: string; language?: Language; roles?: PlatformRole[] } = {},
  ): Promise<Person & { email: string; token: string }> {
    const email = `${randomUUID()}@people.test`
    const name = given.name ?? 'Ana'
    const language = given.language ?? 'it'
    const roles = given.roles ?? []
    const { id } = await db
      .insertInto('people')
      .values({ email, name, language })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const role of roles) await db.insertInto('platformRoles').values({ personId: id, role }).execute()
    const token = newToken()
    const session = await db
      .insertInto('sessions')
      .values({ personId: id, tokenHash: hashToken(token), expiresAt: new Date(Date.now() + 86_400_000) })
      .returning('id')
      .executeTakeFirstOrThrow()
    return {
      kind: 'person',
      id,
      sessionId: session.id,
      name,
      language,
      roles,
      unread: 0,
      network: '192.0.2',
      email,
      token,
    }
  }

  /** An organisation with its representative; verified unless said otherwise. Sicilia (19) unless said otherwise. */
  async function organisation(
    given: {
      name?: string
      kind?: 'association' | 'public-body'
      state?: 'pending' | 'verified' | 'rejected'
      regionCode?: string
      representative?: Person
    } = {},
  ) {
    const representative = given.representative ?? (await person({ name: 'Rappresentante' }))
    const regionCode = given.regionCode ?? '19'
    const { id } = await db
      .insertInto('organisations')
      .values({
        name: given.name ?? `Associazione ${randomUUID().slice(0, 8)}`,
        kind: given.kind ?? 'association',
        state: given.state ?? 'verified',
        territoryCode: regionCode,
        regionCode,
        registeredBy: representative.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('organisationMembers')
      .values({ organisationId: id, personId: representative.id, role: 'representative' })
      .execute()
    return { id, representative }
  }

  async function joins(who: Person, organisationId: string, role: 'representative' | 'member' = 'member') {
    await db.insertInto('organisationMembers').values({ organisationId, personId: who.id, role }).execute()
  }

  /** A table with its chair, secretary and moderator. */
  async function table(given: { territoryCode?: string | null } = {}) {
    const [chair, secretary, moderator] = [
      await person({ name: 'Presidente' }),
      await person({ name: 'Segreteria' }),
      await person({ name: 'Moderatrice' }),
    ]
    const { id } = await db
      .insertInto('tables')
      .values({
        name: JSON.stringify({ it: 'Tavolo di prova', en: 'Test table' }),
        territoryCode: given.territoryCode === undefined ? '19' : given.territoryCode,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('tableOfficers')
      .values([
        { tableId: id, personId: chair.id, office: 'chair' as const },
        { tableId: id, personId: secretary.id, office: 'secretary' as const },
        { tableId: id, personId: moderator.id, office: 'moderator' as const },
      ])
      .execute()
    return { id, chair, secretary, moderator }
  }

  /** A seat of an organisation, its holder and (when given) its alternate. */
  async function seat(given: {
    tableId: string
    organisationId: string
    kind?: 'voting' | 'consultative' | 'observer'
    holder?: Person
    alternate?: Person
    startsOn?: string
    endsOn?: string | null
  }) {
    const act = { actNumber: 'DDG 1', actDate: dayFromNow(-400) }
    const term = { startsOn: given.startsOn ?? dayFromNow(-300), endsOn: given.endsOn ?? null }
    const { id } = await db
      .insertInto('seats')
      .values({
        tableId: given.tableId,
        organisationId: given.organisationId,
        kind: given.kind ?? 'voting',
        ...act,
        ...term,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (given.holder)
      await db
        .insertInto('mandates')
        .values({ seatId: id, personId: given.holder.id, part: 'holder', ...act, ...term })
        .execute()
    if (given.alternate)
      await db
        .insertInto('mandates')
        .values({ seatId: id, personId: given.alternate.id, part: 'alternate', ...act, ...term })
        .execute()
    return { id }
  }

  /** A consultation in its discuss phase (unless said), its table, its answering body and its room. */
  async function consultation(
    given: {
      visibility?: 'public' | 'members'
      participation?: 'organisations' | 'registered'
      phase?: 'listen' | 'discuss' | 'propose' | 'decide' | 'answer' | 'follow'
      table?: Awaited<ReturnType<typeof table>>
    } = {},
  ) {
    const itsTable = given.table ?? (await table())
    const answering = await organisation({ kind: 'public-body', name: 'Assessorato di prova' })
    const title = JSON.stringify({ it: 'Consultazione di prova', en: 'Test consultation' })
    const { id, roomId } = await db.transaction().execute(async (trx) => {
      const id = await openStream(trx)
      await trx
        .insertInto('consultations')
        .values({
          id,
          tableId: itsTable.id,
          title,
          summary: title,
          goal: title,
          visibility: given.visibility ?? 'public',
          participation: given.participation ?? 'registered',
          answeringOrganisationId: answering.id,
          answerDueOn: dayFromNow(120),
          openedBy: itsTable.chair.id,
        })
        .execute()
      const phases = ['listen', 'discuss', 'propose', 'decide', 'answer', 'follow'] as const
      const current = phases.indexOf(given.phase ?? 'discuss')
      await trx
        .insertInto('consultationPhases')
        .values(
          phases.map((phase, index) => ({
            consultationId: id,
            phase,
            startsOn: dayFromNow((index - current) * 30 - 10),
            endsOn: dayFromNow((index - current) * 30 + 19),
          })),
        )
        .execute()
      const roomId = await openStream(trx)
      await trx.insertInto('rooms').values({ id: roomId, consultationId: id }).execute()
      return { id, roomId }
    })
    return { id, roomId, table: itsTable, answering }
  }

  /** A meeting in the room of a consultation; called for tomorrow unless it is already open. */
  async function meeting(
    given: {
      consultation?: Awaited<ReturnType<typeof consultation>>
      state?: 'called' | 'open' | 'closed'
      quorum?: number
      seatSeconds?: number
    } = {},
  ) {
    const its = given.consultation ?? (await consultation())
    const state = given.state ?? 'open'
    const hour = 3_600_000
    const startsAt = new Date(Date.now() + (state === 'called' ? 24 * hour : -hour))
    const { number } = await db
      .selectFrom('meetings')
      .where('tableId', '=', its.table.id)
      .select(({ fn }) => fn.countAll<number>().as('number'))
      .executeTakeFirstOrThrow()
    const { id } = await db
      .insertInto('meetings')
      .values({
        tableId: its.table.id,
        consultationId: its.id,
        roomId: its.roomId,
        number: number + 1,
        title: JSON.stringify({ it: 'Seduta di prova', en: 'Test meeting' }),
        state,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 3 * hour),
        quorum: given.quorum ?? 50,
        seatSeconds: given.seatSeconds ?? null,
        openedAt: state === 'called' ? null : startsAt,
        closedAt: state === 'closed' ? new Date() : null,
        calledBy: its.table.chair.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id, consultation: its, table: its.table, roomId: its.roomId }
  }

  /** An item at the end of a meeting's agenda. */
  async function agendaItem(
    its: { id: string },
    given: { title?: string; minutes?: number; needId?: string; proposalId?: string } = {},
  ) {
    const { next } = await db
      .selectFrom('agendaItems')
      .where('meetingId', '=', its.id)
      .select(({ fn }) => fn.count<number>('position').as('next'))
      .executeTakeFirstOrThrow()
    return db
      .insertInto('agendaItems')
      .values({
        meetingId: its.id,
        position: next + 1,
        title: given.title ?? 'Punto di prova',
        language: 'it',
        minutes: given.minutes ?? 10,
        needId: given.needId ?? null,
        proposalId: given.proposalId ?? null,
      })
      .returning(['id', 'position'])
      .executeTakeFirstOrThrow()
  }

  return { person, organisation, joins, table, seat, consultation, meeting, agendaItem }
}
