import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Reader } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import type { NeedFilters } from './contract.ts'
import type { NeedPosition } from './position.ts'
import { searchPatterns, type SearchPattern } from './search-patterns.ts'

type Condition = RawBuilder<SqlBool>

/** A row of the list, as SQL answers it in JSON. */
export type NeedRow = {
  id: string
  consultationId: string
  consultationTitle: unknown
  state: 'posted' | 'withdrawn'
  hiddenAt: string | null
  isMine: boolean
  title: string
  excerpt: string
  language: string
  organisationId: string | null
  organisationName: string | null
  author: string
  territoryCode: string
  territoryName: string
  areas: string[]
  urgency: string
  postedAt: string
  shownSupportCount: number
  position: NeedPosition
}

type Listed = {
  needs: NeedRow[]
  count: number | null
  consultationTitle: unknown
  organisationName: string | null
  municipalityName: string | null
  regions: { code: string; name: string }[]
  provinces: { code: string; name: string }[]
}

/**
 * Written out and not handed over: where it is told how few rows are wanted, Postgres plans the list once for every
 * consultation; else it plans the list of a full one anew each time, which takes longer than to read it.
 */
const oneMoreThan = {
  page: sql`21`,
  counted: sql`101`,
} satisfies Record<string, RawBuilder<unknown>>

/** Everything the page of the list shows, in one query. One row more than a page says that there is another. */
export async function listNeeds(
  db: Reader,
  actor: Actor,
  asked: NeedFilters & { from: NeedPosition | undefined },
): Promise<Listed> {
  const conditions = filterConditions(actor, asked)
  // A search reads every text it counts, and a list that nothing narrows needs no number.
  const counts = conditions.length > 2 && asked.from === undefined && asked.q === undefined
  const { rows } = await sql<Listed>`
    with matched as (
      select needs.id, row_number() over (order by ${orderBy(asked.sort)}) as place
      from needs join consultations on consultations.id = needs.consultation_id
      where ${sql.join([...conditions, ...startingFrom(asked)], sql` and `)}
      order by ${orderBy(asked.sort)} limit ${counts ? oneMoreThan.counted : oneMoreThan.page}),
    page as (select id, place from matched order by place limit ${oneMoreThan.page})
    select
      (select coalesce(json_agg(listed order by listed.place), '[]') from (
        select page.place, ${rowOf(actor)} from page join needs on needs.id = page.id ${joinsOfRow}) listed) as needs,
      ${counts ? sql`(select count(*)::int from matched)` : sql`null::int`} as count,
      ${
        asked.consultation
          ? sql`(select title from consultations where id = ${asked.consultation} and ${visibleTo(actor)})`
          : sql`null::jsonb`
      } as consultation_title,
      ${
        asked.organisation
          ? sql`(select name from organisations where id = ${asked.organisation} and (state = 'verified' or verified_at is not null))`
          : sql`null::text`
      } as organisation_name,
      ${
        asked.municipality
          ? sql`(select name from territories where code = ${asked.municipality})`
          : sql`null::text`
      } as municipality_name,
      (select json_agg(json_build_object('code', code, 'name', name) order by name) from territories
        where parent_code is null) as regions,
      (select coalesce(json_agg(json_build_object('code', code, 'name', name) order by name), '[]') from territories
        where parent_code = ${asked.region ?? null}) as provinces`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('A select without a from answers one row')
  return row
}

/** What a person posted, hidden and withdrawn ones too, and what was posted for the organisations they represent. */
export async function listNeedsOf(
  db: Reader,
  actor: Actor & { kind: 'person' },
  from: NeedPosition | undefined,
): Promise<NeedRow[]> {
  const { rows } = await sql<NeedRow>`
    select ${rowOf(actor)} from (
      select needs.* from needs join consultations on consultations.id = needs.consultation_id
      where (needs.author_id = ${actor.id} or needs.organisation_id in
          (select m.organisation_id from organisation_members m
            where m.person_id = ${actor.id} and m.role = 'representative' and m.left_at is null))
        and (needs.author_id = ${actor.id} or ${visibleTo(actor)})
        and ${sql.join([sql`true`, ...startingFrom({ from, sort: 'newest' })], sql` and `)}
      order by needs.posted_at desc, needs.id desc limit ${oneMoreThan.page}) needs ${joinsOfRow}
    order by needs.posted_at desc, needs.id desc`.execute(db)
  return rows
}

/** The beginning of a need, for a list. */
export const excerpt = sql`case when length(needs.plain) > 240 then rtrim(left(needs.plain, 240)) || '…' else needs.plain end`

const joinsOfRow = sql`join consultations on consultations.id = needs.consultation_id
  join territories on territories.code = needs.territory_code
  join people on people.id = needs.author_id
  left join organisations on organisations.id = needs.organisation_id`

function rowOf(actor: Actor) {
  return sql`needs.id, needs.consultation_id, consultations.title as consultation_title, needs.state, needs.hidden_at,
    ${isMine(actor)} as is_mine, needs.title, ${excerpt} as excerpt, needs.language, needs.organisation_id,
    organisations.name as organisation_name, people.name as author, needs.territory_code,
    territories.name as territory_name, needs.areas, needs.urgency, needs.posted_at, needs.shown_support_count,
    json_build_object('id', needs.id, 'supports', needs.shown_support_count,
      'at', (extract(epoch from needs.posted_at) * 1000000)::bigint::text) as position`
}

function isMine(actor: Actor) {
  return actor.kind === 'guest' ? sql<SqlBool>`false` : sql<SqlBool>`needs.author_id = ${actor.id}`
}

function orderBy(sort: NeedFilters['sort']) {
  return sort === 'most-supported'
    ? sql`needs.shown_support_count desc, needs.posted_at desc, needs.id desc`
    : sql`needs.posted_at desc, needs.id desc`
}

function startingFrom({
  from,
  sort,
}: Pick<NeedFilters, 'sort'> & { from: NeedPosition | undefined }): Condition[] {
  if (!from) return []
  // Microseconds as a whole number: a JavaScript date would lose three digits, and rows with them.
  const at = sql`timestamptz 'epoch' + ${from.at}::bigint * interval '1 microsecond'`
  return sort === 'most-supported'
    ? [
        sql`(needs.shown_support_count, needs.posted_at, needs.id) < (${from.supports}::int, ${at}, ${from.id}::uuid)`,
      ]
    : [sql`(needs.posted_at, needs.id) < (${at}, ${from.id}::uuid)`]
}

function filterConditions(actor: Actor, asked: NeedFilters): Condition[] {
  const narrowing: Condition[] = []
  if (asked.region) narrowing.push(sql`needs.region_code = ${asked.region}`)
  if (asked.province) narrowing.push(sql`needs.province_code = ${asked.province}`)
  if (asked.municipality) narrowing.push(sql`needs.territory_code = ${asked.municipality}`)
  if (asked.area) narrowing.push(sql`needs.areas @> array[${asked.area}]`)
  if (asked.concern) narrowing.push(sql`needs.concerns @> array[${asked.concern}]`)
  if (asked.urgency) narrowing.push(sql`needs.urgency = ${asked.urgency}`)
  if (asked.language) narrowing.push(sql`needs.language = ${asked.language}`)
  if (asked.organisation) narrowing.push(sql`needs.organisation_id = ${asked.organisation}`)
  if (asked.q) narrowing.push(textMatches(asked.q))
  // Else each filter would tell something of what was hidden.
  if (narrowing.length > 0) narrowing.push(sql`(needs.hidden_at is null or ${isMine(actor)})`)
  if (asked.consultation) narrowing.push(sql`needs.consultation_id = ${asked.consultation}`)
  return [sql`needs.state = 'posted'`, visibleTo(actor), ...narrowing]
}

/** Italian by its stems, or any language by its letters. */
function textMatches(q: string): Condition {
  const byStem = sql<SqlBool>`needs.search @@ websearch_to_tsquery('italian_folded', ${q})`
  const patterns = searchPatterns(q)
  if (!patterns) return byStem
  const letters = [
    ...patterns.wanted.map(lettersMatch),
    ...patterns.unwanted.map((pattern) => sql<SqlBool>`not ${lettersMatch(pattern)}`),
  ]
  return sql<SqlBool>`(${byStem} or (${sql.join(letters, sql` and `)}))`
}

function lettersMatch({ at, words }: SearchPattern): Condition {
  return at === 'word-start'
    ? sql<SqlBool>`(needs.folded ~ lower(unaccent(${words.map((word) => `\\m${word}`).join('[^[:alnum:]]+')})))`
    : sql<SqlBool>`(needs.folded like folded(${`%${words.join('%')}%`}))`
}
