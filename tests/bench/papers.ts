import type { asked } from './scratch.ts'

type Client = Parameters<Parameters<typeof asked>[1]>[0]

const definitionHash = '0'.repeat(64)

/** A poll by approval of so many options, with everybody registered so far on its roll. */
export async function openPoll(client: Client, consultationId: string, tier: 'open' | 'confidential') {
  const { rows } = await client.query<{ id: string }>(
    `with by as (select opened_by as id from consultations where id = $1),
     other as (select people.id from people, by where people.id <> by.id limit 1),
     poll as (
       insert into polls (consultation_id, kind, title, text, language, electors, tier, rules, options, definition_hash, state, opens_at,
         closes_at, opened_at, shuffled_at, tier_confirmed_by, created_by)
       select $1, 'approval', 'Dove si apre lo sportello?', '', 'it', 'persons', $2::poll_tier,
         '{"quorum": 0, "majority": "simple", "seats": 1, "points": 0, "budget": 0, "tie": "shared", "reasonRequired": false}',
         '[{"title": "Palermo", "cost": null}, {"title": "Catania", "cost": null}, {"title": "Ragusa", "cost": null}]', $3, 'open', now(),
         now() + interval '1 day', now(), now(), other.id, by.id from by, other returning id)
     insert into poll_roll (poll_id, unit, elector_id) select poll.id, 'person', people.id from poll, people returning poll_id as id`,
    [consultationId, tier, definitionHash],
  )
  return rows[0]?.id ?? ''
}

/** What a voter's page sends; a confidential paper is found again by the code that its voter keeps. */
export function paper(pollId: string, n: number, receipt: string | undefined): string {
  const code = receipt === undefined ? {} : { clientId: receipt }
  return JSON.stringify({
    pollId,
    unit: 'person',
    chosen: [n % 3],
    points: [],
    ranks: [],
    definitionHash,
    ...code,
  })
}
