import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { Unit } from '../ballots/words.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import { romeDay } from '../rome-day.ts'
import type { Option, PollResult, PollRules } from './contract.ts'
import type { Counted } from './as-election.ts'
import type { Lots } from './lots.ts'
import type { Electorate, Kind, Tier } from './words.ts'

export type PollHeld = {
  id: string
  consultationId: string
  tableId: string
  kind: Kind
  title: string
  text: string
  options: Option[]
  rules: PollRules
  electors: Electorate
  tier: Tier
  externalAddress: string | null
  definitionHash: string
  state: 'planned' | 'open' | 'closed' | 'cancelled'
  opensAt: Date
  closesAt: Date
  createdBy: string
  tierConfirmedBy: string | null
  result: unknown
}

const held = sql`polls.id, polls.consultation_id, consultations.table_id, polls.kind, polls.title, polls.text, polls.options, polls.rules,
  polls.electors, polls.tier, polls.external_address, polls.definition_hash, polls.state, polls.opens_at, polls.closes_at, polls.created_by,
  polls.tier_confirmed_by, polls.result`

/** `change` waits for the papers being cast, and those that come after wait for it; `share` lets voters pass beside each other. */
export async function findPoll(
  trx: Reader,
  actor: Actor,
  pollId: string,
  lock: 'change' | 'share' | 'none',
): Promise<PollHeld | undefined> {
  const locked = { change: sql`for update of polls`, share: sql`for share of polls`, none: sql`` }[lock]
  const { rows } =
    await sql<PollHeld>`select ${held} from polls join consultations on consultations.id = polls.consultation_id
    where polls.id = ${pollId} and ${visibleTo(actor)} ${locked}`.execute(trx)
  return rows[0]
}

/** One poll whose date has come and that no other node is turning; one whose tier nobody confirmed is called off at its end. */
export async function findDuePoll(trx: Trx, now: Date, passedOver: string[]): Promise<PollHeld | undefined> {
  const { rows } =
    await sql<PollHeld>`select ${held} from polls join consultations on consultations.id = polls.consultation_id
    where polls.id <> all(${passedOver}::uuid[])
      and ((polls.state = 'planned' and polls.opens_at <= ${now} and (polls.tier_confirmed_by is not null or polls.closes_at <= ${now}))
      or (polls.state = 'open' and polls.closes_at <= ${now}))
    order by polls.opens_at limit 1 for update of polls skip locked`.execute(trx)
  return rows[0]
}

export async function findComposed(trx: Trx, personId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  const { rows } = await sql<{
    id: string
  }>`select id from polls where created_by = ${personId} and client_id = ${clientId}`.execute(trx)
  return rows[0]?.id
}

/** Nothing where the same form was sent twice at once: the other one keeps it. */
export async function keepPoll(
  trx: Trx,
  poll: Omit<PollHeld, 'id' | 'tableId' | 'state' | 'tierConfirmedBy' | 'result'> & {
    lots: Lots | null
    language: string
    clientId: string | undefined
    correctsId: string | undefined
  },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into polls (consultation_id, kind, title, text, language, options, rules, electors, tier, external_address, corrects_id,
      definition_hash, lots, opens_at, closes_at, created_by, client_id)
    values (${poll.consultationId}, ${poll.kind}, ${poll.title}, ${poll.text}, ${poll.language}, ${JSON.stringify(poll.options)}::jsonb,
      ${JSON.stringify(poll.rules)}::jsonb, ${poll.electors}, ${poll.tier}, ${poll.externalAddress}, ${poll.correctsId ?? null},
      ${poll.definitionHash}, ${poll.lots && JSON.stringify(poll.lots)}::jsonb, ${poll.opensAt}, ${poll.closesAt}, ${poll.createdBy}, ${poll.clientId ?? null})
    on conflict (created_by, client_id) do nothing returning id`.execute(trx)
  return rows[0]?.id
}

/** Whether a poll may be cited as the one that this corrects: closed, of the same consultation. */
export async function isToBeCorrected(trx: Trx, pollId: string, consultationId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from polls
    where id = ${pollId} and consultation_id = ${consultationId} and state = 'closed'`.execute(trx)
  return rows.length > 0
}

export async function keepTierConfirmed(trx: Trx, pollId: string, personId: string, now: Date) {
  await sql`update polls set tier_confirmed_by = ${personId}, tier_confirmed_at = ${now} where id = ${pollId}`.execute(
    trx,
  )
}

/** Opens it and freezes the roll as it is at that moment; whoever was only written to and never entered is not on it. */
export async function keepPollOpened(trx: Trx, poll: PollHeld, openedAt: Date) {
  const day = romeDay(openedAt)
  if (poll.electors !== 'persons')
    await sql`insert into poll_roll (poll_id, unit, elector_id)
      select ${poll.id}, 'seat', s.id from seats s
      where s.table_id = ${poll.tableId} and s.kind = 'voting'
        and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)`.execute(trx)
  if (poll.electors !== 'seats')
    await sql`insert into poll_roll (poll_id, unit, elector_id)
      select ${poll.id}, 'person', p.id from people p, consultations c
      where c.id = ${poll.consultationId} and p.created_at <= ${openedAt} and p.email is not null
        and (c.visibility = 'public' and (p.name <> '' or exists (select 1 from sessions e where e.person_id = p.id))
          or exists (select 1 from consultation_people i where i.consultation_id = c.id and i.person_id = p.id))`.execute(
      trx,
    )
  await sql`update polls set state = 'open', opened_at = ${openedAt}, shuffled_at = ${openedAt} where id = ${poll.id}`.execute(
    trx,
  )
}

export async function keepPollCancelled(trx: Trx, pollId: string, reason: string, now: Date) {
  await sql`update polls set state = 'cancelled', cancelled_at = ${now}, cancel_reason = ${reason} where id = ${pollId}`.execute(
    trx,
  )
}

export async function keepPollClosed(trx: Trx, pollId: string, closedAt: Date) {
  await sql`update polls set state = 'closed', closed_at = ${closedAt} where id = ${pollId}`.execute(trx)
}

/** Of a poll that is closed: before, nobody has a use for it. */
export async function findLots(trx: Trx, pollId: string): Promise<Lots> {
  const { rows } = await sql<{
    lots: Lots | null
  }>`select lots from polls where id = ${pollId} and state = 'closed'`.execute(trx)
  return rows[0]?.lots ?? {}
}

/** What was counted here, or what came of a vote that was held elsewhere: once, for ever. */
export async function keepSealed(
  trx: Trx,
  pollId: string,
  kept: { result: PollResult | { external: { outcome: string; proofAddress: string } }; seal: string },
) {
  await sql`update polls set result = ${JSON.stringify(kept.result)}::jsonb, seal = ${kept.seal} where id = ${pollId}`.execute(
    trx,
  )
}

/** What was cast by name, in the order in which a box would be counted. */
export async function listNamedPapers(db: Reader, pollId: string, unit: Unit): Promise<Counted[]> {
  const { rows } =
    await sql<Counted>`select paper, reason from poll_votes where poll_id = ${pollId} and unit = ${unit}
    order by paper::text, reason`.execute(db)
  return rows
}

export async function countPollRoll(
  db: Reader,
  pollId: string,
): Promise<{ unit: Unit; roll: number; voted: number }[]> {
  const { rows } = await sql<{ unit: Unit; roll: number; voted: number }>`
    select unit, count(*) as roll, count(*) filter (where has_voted) as voted from poll_roll where poll_id = ${pollId}
    group by unit order by unit`.execute(db)
  return rows
}

/** Proxies are counted under this lock, and nobody casts meanwhile. */
export async function lockPoll(trx: Trx, pollId: string) {
  await sql`select 1 from polls where id = ${pollId} for update`.execute(trx)
}

export async function isPollDue(db: Reader, now: Date): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`select exists (select 1 from polls
    where (state = 'planned' and opens_at <= ${now} and (tier_confirmed_by is not null or closes_at <= ${now}))
      or (state = 'open' and closes_at <= ${now})) as due`.execute(db)
  return rows[0]?.due ?? false
}
