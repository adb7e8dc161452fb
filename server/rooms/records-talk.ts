import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { RecapShown, TalkShown } from './contract.ts'
import { standing } from './records.ts'
import { recapMinutes } from './words.ts'

type Texts = RecapShown['texts']

const textsOf = sql<Texts>`(select jsonb_agg(jsonb_build_object('language', x.language, 'text', x.text) order by x.position)
  from recap_texts x where x.recap_id = c.id)`

/** What the talk of a room is like now, as anybody in it may know: one that was taken away is pinned to nobody's eyes. */
export async function readTalk(db: Reader, roomId: string): Promise<TalkShown> {
  const { rows } = await sql<{
    slowSeconds: number
    isHeld: boolean
    waiting: number
    pinned: TalkShown['pinned']
    recapId: string | null
    recapAt: Date | null
    recapTexts: Texts | null
    recapDueAt: Date | null
  }>`
    select rooms.slow_seconds, rooms.held_since is not null as is_held,
      (select count(*)::int from messages w where w.room_id = rooms.id and w.seq is null and w.refused_at is null and w.withdrawn_at is null) as waiting,
      (select jsonb_build_object('id', m.id, 'rootId', m.thread_id, 'name', p.name, 'organisation', o.name, 'text', left(m.text, 280), 'language', m.language)
        from messages m join people p on p.id = m.author_id left join organisations o on o.id = m.organisation_id
        where m.id = rooms.pinned_message_id and ${standing('m')}) as pinned,
      newest.id as recap_id, newest.written_at as recap_at, newest.texts as recap_texts,
      (select greatest(t.opened_at, newest.written_at) + make_interval(mins => ${recapMinutes}) from meetings t
        where t.room_id = rooms.id and t.state = 'open') as recap_due_at
    from rooms left join lateral (select c.id, c.written_at, ${textsOf} as texts from recaps c
      where c.room_id = rooms.id and c.withdrawn_at is null order by c.written_at desc, c.id desc limit 1) newest on true
    where rooms.id = ${roomId}`.execute(db)
  const row = rows[0]
  if (!row) throw new Error(`No room ${roomId}`)
  const { slowSeconds, isHeld, waiting, pinned, recapId, recapAt, recapTexts, recapDueAt } = row
  return {
    slowSeconds,
    isHeld,
    waiting,
    pinned,
    recap: recapId && recapAt ? { id: recapId, at: recapAt.toISOString(), texts: recapTexts ?? [] } : null,
    recapDueAt: recapDueAt?.toISOString() ?? null,
  }
}

export const recapsOnPage = 20

/** The recaps of a room before one of them, newest first; one more than a page tells that there are older ones. */
export async function listRecaps(db: Reader, roomId: string, before: string | undefined) {
  const { rows } = await sql<{ id: string; at: Date; texts: Texts }>`
    select c.id, c.written_at as at, ${textsOf} as texts from recaps c
    where c.room_id = ${roomId} and c.withdrawn_at is null and ${
      before
        ? sql`(c.written_at, c.id) < (select b.written_at, b.id from recaps b where b.id = ${before})`
        : sql`true`
    }
    order by c.written_at desc, c.id desc limit ${recapsOnPage + 1}`.execute(db)
  return rows
}

export async function findRecapWritten(trx: Trx, authorId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  return trx
    .selectFrom('recaps')
    .where('authorId', '=', authorId)
    .where('clientId', '=', clientId)
    .select('id')
    .executeTakeFirst()
}

export async function keepRecap(
  trx: Trx,
  recap: { roomId: string; authorId: string; clientId: string | undefined; now: Date; texts: Texts },
): Promise<string> {
  const { roomId, authorId, clientId, now, texts } = recap
  const { id } = await trx
    .insertInto('recaps')
    .values({ roomId, authorId, clientId: clientId ?? null, writtenAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('recapTexts')
    .values(texts.map((each, index) => ({ recapId: id, position: index + 1, ...each })))
    .execute()
  return id
}

/** A recap that is still there, locked. */
export async function holdRecap(trx: Trx, recapId: string) {
  return trx
    .selectFrom('recaps')
    .where('id', '=', recapId)
    .select(['id', 'roomId', 'withdrawnAt'])
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export async function keepRecapWithdrawn(trx: Trx, recapId: string, now: Date) {
  await trx.updateTable('recaps').set({ withdrawnAt: now }).where('id', '=', recapId).execute()
}
