import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { type DemoThings, thingsOf } from '#tests/attacks/demo-things.ts'
import { evilBlocks, evilLinks, link, paragraph, serialized } from '#tests/attacks/evil-documents.ts'
import { poison, polyglots } from '#tests/attacks/polyglots.ts'
import { addRarerThings } from '#tests/attacks/rarer-things.ts'

/** What a script leaves behind once it ran, beside the dialog that it opens. */
export const canary = 'canaryOfAScript'
const leavingIt = (text: string) => text.replaceAll('alert(1)', `alert(${canary}=1)`)

export const writings = polyglots.map((polyglot) => (mark: string) => leavingIt(polyglot(mark)))

export type PoisonedDemo = {
  things: DemoThings
  rarer: string[]
  /** Needs whose document no door would take: of the association's president, who may edit them. */
  evilNeeds: string[]
  evilProposals: string[]
}

export async function poisonDemo(db: Database): Promise<PoisonedDemo> {
  const things = await thingsOf(db)
  const rarer = await addRarerThings(db, things)
  await poison(db, writings)
  return { things, rarer, ...(await keepEvilDocuments(db, things)) }
}

// A column of JSON takes no character 0: what holds one can be stored nowhere.
const evilDocuments = [
  serialized(...evilLinks.filter((url) => !url.includes('\0')).map((url) => paragraph(link(url)))),
  ...evilBlocks.map(([, block]) => serialized(block)),
].map(leavingIt)

/** Each in a need and in a proposal of its own, copies of poisoned ones. */
async function keepEvilDocuments(database: Database, { listeningNeed, proposal }: DemoThings) {
  const db = database.withoutPlugins()
  const evil = sql`jsonb_array_elements(${`[${evilDocuments.join()}]`}::jsonb) with ordinality evil (document, place)`
  return db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    const { rows: needs } = await sql<{ id: string }>`
      insert into needs (consultation_id, author_id, region_code, territory_code, language, areas, concerns, urgency, state, title, plain, document)
      select consultation_id, author_id, region_code, territory_code, language, areas, concerns, urgency, state, title, plain, evil.document
      from needs, ${evil} where id = ${listeningNeed} returning id`.execute(trx)
    const { rows: proposals } = await sql<{ id: string }>`
      insert into proposals (consultation_id, number, state, created_by, published_at, withdrawn_at)
      select consultation_id, 1000 + evil.place, 'withdrawn', created_by, published_at, now()
      from proposals, ${evil} where id = ${proposal} returning id`.execute(trx)
    await sql`insert into proposal_versions (proposal_id, version, title, document, plain, ask, addressee, author_id)
      select copy.id, 1, own.title, evil.document, own.plain, own.ask, own.addressee, own.author_id
      from proposal_versions own, ${evil} join proposals copy on copy.number = 1000 + evil.place
      where own.proposal_id = ${proposal} and own.version = 1`.execute(trx)
    return { evilNeeds: needs.map(({ id }) => id), evilProposals: proposals.map(({ id }) => id) }
  })
}
