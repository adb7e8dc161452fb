import { asked } from '#tests/bench/scratch.ts'

export type Breach = { invariant: string; what: string }

export type Kept = Awaited<ReturnType<typeof readKept>>

type Message = {
  id: string
  roomId: string
  authorId: string
  clientId: string
  seq: number | null
  text: string
  isWithdrawn: boolean
}
export type KeptEvent = { seq: number; name: string; aboutId: string | null; person: string | null }

/** What the database holds, read by statements of the checker's own. */
export async function readKept(databaseUrl: string) {
  return asked(databaseUrl, async (client) => {
    const rows = async <Row>(statement: string) => (await client.query(statement)).rows as Row[]
    const messages = await rows<Message>(
      `select id, room_id as "roomId", author_id as "authorId", client_id as "clientId", seq::int, text, withdrawn_at is not null as "isWithdrawn" from messages`,
    )
    const told = await rows<KeptEvent & { roomId: string }>(
      `select stream_id as "roomId", seq::int, name, about_id as "aboutId", body ->> 'personId' as person
       from events where stream_id in (select id from rooms) order by stream_id, seq`,
    )
    const events = new Map<string, KeptEvent[]>()
    for (const { roomId, ...event } of told) events.set(roomId, [...(events.get(roomId) ?? []), event])
    return {
      messages,
      events,
      places: await rows<{ roomId: string; lastSeq: number; count: number; most: number }>(
        `select s.id as "roomId", s.last_seq::int as "lastSeq", count(e.seq)::int as count, coalesce(max(e.seq), 0)::int as most
         from streams s left join events e on e.stream_id = s.id group by s.id`,
      ),
      votes: await rows<{ person: string; choice: string; count: number }>(
        `select elector_id as person, min(choice::text) as choice, count(*)::int as count from votes where unit = 'person' group by 1`,
      ),
      reactions: new Set(
        (
          await rows<{ key: string }>(
            `select message_id || ' ' || person_id || ' ' || kind as key from message_reactions`,
          )
        ).map(({ key }) => key),
      ),
      mailed:
        (
          await rows<{ mails: string }>(`select coalesce(string_agg(m::text, ' '), '') as mails from mails m`)
        )[0]?.mails ?? '',
    }
  })
}
