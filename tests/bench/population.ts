import type pg from 'pg'
import { asked } from './scratch.ts'
import { sentences, titles } from './sentences.ts'

/** Where a benchmark looks: the fullest consultation, its room, a need in it, and a person who sits at its table. */
export type Place = {
  consultationId: string
  roomId: string
  needId: string
  tableId: string
  personId: string
}

const people = 2_000
const organisations = 200

/**
 * Fills a database with so many needs and as many messages, three in five of them in one consultation and its room and
 * the rest over forty others, with the people, organisations, seats and supports they need. Lengths are as people write.
 */
export async function populate(url: string, count: number): Promise<Place> {
  return asked(url, async (client) => {
    // Written in one go and dropped afterwards: nothing here must survive a power cut.
    await client.query('set synchronous_commit = off')
    await client.query(`set work_mem = '64MB'`)
    await client.query(`set maintenance_work_mem = '256MB'`)
    await client.query('begin')
    await peopleAndOrganisations(client)
    const place = await consultations(client)
    await client.query('commit')
    // The indexes of search are built once, not row by row.
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `select indexname as name, indexdef as definition from pg_indexes where tablename = 'needs' and indexdef like '%USING gin%'`,
    )
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    await needs(client, count)
    for (const { definition } of indexes) await client.query(definition)
    await messages(client, count)
    await client.query('vacuum analyze')
    const { rows } = await client.query<{ id: string }>(
      `select id from needs where consultation_id = $1 and state = 'posted' and hidden_at is null
       order by posted_at desc offset 40 limit 1`,
      [place.consultationId],
    )
    return { ...place, needId: rows[0]?.id ?? '' }
  })
}

async function peopleAndOrganisations(client: pg.Client): Promise<void> {
  await client.query(
    `insert into people (email, name, language, created_at)
     select 'person-' || n || '@people.test', 'Persona ' || n, (array['it', 'it', 'fr', 'en', 'ar'])[1 + n % 5], now() - interval '60 days'
     from generate_series(1, ${people}) n`,
  )
  await client.query(
    `insert into organisations (name, kind, territory_code, region_code, state, registered_by)
     select 'Associazione ' || n, 'association', region, region, 'verified', p.id
     from (select n, (array['15', '16', '17', '18', '19'])[1 + n % 5] as region from generate_series(1, ${organisations}) n) given
     join people p on p.email = 'person-' || n || '@people.test'`,
  )
  await client.query(
    `insert into organisation_members (organisation_id, person_id, role)
     select o.id, p.id, (case when n <= ${organisations} then 'representative' else 'member' end)::organisation_role
     from generate_series(1, ${people}) n
     join people p on p.email = 'person-' || n || '@people.test'
     join organisations o on o.name = 'Associazione ' || (1 + (n - 1) % ${organisations})`,
  )
}

async function consultations(client: pg.Client): Promise<Omit<Place, 'needId'>> {
  await client.query(
    `insert into tables (name, territory_code)
     select jsonb_build_object('it', 'Tavolo ' || n, 'en', 'Table ' || n), (array['15', '16', '17', '18', '19'])[n] from generate_series(1, 5) n`,
  )
  await client.query(
    `insert into table_officers (table_id, person_id, office)
     select t.id, p.id, office::table_office
     from (select id, row_number() over (order by created_at, id) as n from tables) t
     cross join unnest(array['chair', 'secretary', 'moderator']) with ordinality as o(office, place)
     join people p on p.email = 'person-' || (1000 + t.n * 10 + o.place) || '@people.test'`,
  )
  // Forty seats at each table, each held by the representative of its organisation.
  await client.query(
    `with t as (select id, row_number() over (order by created_at, id) as n from tables),
     seated as (
       insert into seats (table_id, organisation_id, kind, act_number, act_date, starts_on)
       select t.id, o.id, 'voting', 'DDG 1', current_date - 400, current_date - 300
       from t cross join generate_series(1, 40) s join organisations o on o.name = 'Associazione ' || ((t.n - 1) * 40 + s)
       returning id, organisation_id)
     insert into mandates (seat_id, person_id, part, act_number, act_date, starts_on)
     select seated.id, m.person_id, 'holder', 'DDG 1', current_date - 400, current_date - 300
     from seated join organisation_members m on m.organisation_id = seated.organisation_id and m.role = 'representative'`,
  )
  await client.query(
    `create temporary table given as
     select part.n, gen_random_uuid() as consultation_id, gen_random_uuid() as room_id, t.id as table_id
     from generate_series(0, 40) as part(n)
     join (select id, row_number() over (order by created_at, id) as n from tables) t on t.n = 1 + part.n % 5`,
  )
  await client.query(
    `insert into streams (id) select consultation_id from given union all select room_id from given`,
  )
  await client.query(
    `insert into consultations (id, table_id, title, summary, goal, answering_organisation_id, answer_due_on, opened_by)
     select consultation_id, table_id, said, said, said, (select id from organisations order by name limit 1), current_date + 120, o.person_id
     from (select *, jsonb_build_object('it', 'Consultazione ' || n || ' sulla casa e sul lavoro', 'en', 'Consultation ' || n || ' on housing and work') as said from given) g
     join table_officers o using (table_id) where o.office = 'chair'`,
  )
  await client.query(
    `insert into consultation_phases (consultation_id, phase, starts_on, ends_on)
     select consultation_id, phase::consultation_phase, current_date - 10 + 30 * (place::int - 2), current_date + 19 + 30 * (place::int - 2)
     from given cross join unnest(array['listen', 'discuss', 'propose', 'decide', 'answer', 'follow']) with ordinality as p(phase, place)`,
  )
  await client.query(`insert into rooms (id, consultation_id) select room_id, consultation_id from given`)
  const { rows } = await client.query<Omit<Place, 'needId'>>(
    `select consultation_id as "consultationId", room_id as "roomId", table_id as "tableId",
       (select m.person_id from mandates m join seats s on s.id = m.seat_id where s.table_id = given.table_id order by m.id limit 1) as "personId"
     from given where n = 0`,
  )
  if (!rows[0]) throw new Error('No consultation was made')
  return rows[0]
}

/** Which of the forty-one a row belongs to: three in five to the first. */
const spread = 'case when n % 5 < 3 then 0 else 1 + n / 5 % 40 end'

/** How many people support the n-th need: one in ten is known to more than a few. */
function supporters(number: string): string {
  return `case when ${number} % 10 = 0 then 7 else ${number} % 2 end`
}

async function needs(client: pg.Client, count: number): Promise<void> {
  await client.query(
    `create temporary table written as select row_number() over (order by email) - 1 as n, id from people`,
  )
  await client.query(`create unique index on written (n)`)
  await client.query(
    `create temporary table places as
     select row_number() over (order by m.code) - 1 as n, m.code, m.name, p.code as province_code, p.parent_code as region_code
     from territories m join territories p on p.code = m.parent_code
     where m.level = 'municipality' and p.parent_code in ('15', '16', '17', '18', '19')`,
  )
  await client.query(
    `insert into needs (consultation_id, author_id, organisation_id, state, title, document, plain, language,
       territory_code, region_code, province_code, areas, concerns, urgency, since, tried, posted_at, support_count, organisation_support_count)
     select g.consultation_id, w.id, case when r.n % 3 > 0 then m.organisation_id end,
       (case when r.n % 100 = 99 then 'withdrawn' else 'posted' end)::need_state,
       ($1::text[])[1 + r.n * 7 % array_length($1::text[], 1)] || ' · ' || p.name,
       jsonb_build_object('root', jsonb_build_object('type', 'root', 'children', jsonb_build_array(
         jsonb_build_object('type', 'paragraph', 'children', jsonb_build_array(jsonb_build_object('type', 'text', 'text', t.one))),
         jsonb_build_object('type', 'paragraph', 'children', jsonb_build_array(jsonb_build_object('type', 'text', 'text', t.two)))))),
       t.one || E'\\n\\n' || t.two, (array['it', 'it', 'it', 'fr', 'en'])[1 + r.n % 5], p.code, p.region_code, p.province_code,
       array[(array['housing', 'work', 'health', 'school', 'training', 'language', 'documents'])[1 + r.n % 7]],
       array[(array['families', 'workers', 'women', 'students', 'newcomers'])[1 + r.n % 5]],
       (array['low', 'medium', 'high', 'critical'])[1 + r.n % 4]::need_urgency, current_date - (r.n % 900)::int, '',
       at, ${supporters('r.n')} + (r.n % 3 = 0)::int, (r.n % 3 = 0)::int
     from (select n, now() - n * interval '20 seconds' as at, ${spread} as part from generate_series(1, $3::bigint) n) r
     join given g on g.n = r.part
     join written w on w.n = r.n * 13 % ${people}
     left join organisation_members m on m.person_id = w.id
     join places p on p.n = r.n * 17 % (select count(*) from places)
     cross join lateral (select ${text('r.n', '3 + r.n % 5')} as one, ${text('r.n + 11', '2 + r.n % 7')} as two) t`,
    [titles, sentences, count],
  )
  await client.query(
    `insert into need_supports (need_id, person_id)
     select d.id, w.id from (select id, row_number() over (order by posted_at desc) as n from needs) d
     cross join lateral generate_series(1, ${supporters('d.n')}) s join written w on w.n = (d.n * 13 + s * 101) % ${people}`,
  )
  await client.query(
    `insert into need_supports (need_id, person_id, organisation_id)
     select d.id, m.person_id, m.organisation_id from (select id, row_number() over (order by posted_at desc) as n from needs) d
     join written w on w.n = (d.n * 13 + 777) % ${people} join organisation_members m on m.person_id = w.id where d.n % 3 = 0`,
  )
}

async function messages(client: pg.Client, count: number): Promise<void> {
  await client.query(
    `insert into messages (room_id, seq, author_id, organisation_id, language, text, posted_at, client_id)
     select g.room_id, row_number() over (partition by g.room_id order by r.n), w.id, case when r.n % 2 = 0 then m.organisation_id end,
       'it', ${text('r.n', '1 + r.n % 3')}, now() - (($1::bigint - r.n) * interval '10 seconds'), gen_random_uuid()
     from (select n, ${spread} as part from generate_series(1, $1::bigint) n) r
     join given g on g.n = r.part
     join written w on w.n = r.n * 29 % ${people}
     left join organisation_members m on m.person_id = w.id`,
    [count, sentences],
  )
  await client.query(
    `insert into events (stream_id, seq, name, actor_id, about_id, at)
     select room_id, seq, 'message-posted', author_id, id, posted_at from messages`,
  )
  await client.query(
    `update streams s set last_seq = m.seq from (select room_id, max(seq) as seq from messages group by 1) m where s.id = m.room_id`,
  )
}

/** So many sentences, others for each number; the sentences are the statement's second parameter. */
function text(number: string, howMany: string): string {
  return `(select string_agg(($2::text[])[1 + (${number} * 31 + k * (7 + ${number} % 5)) % array_length($2::text[], 1)], ' ') from generate_series(1, ${howMany}) k)`
}
