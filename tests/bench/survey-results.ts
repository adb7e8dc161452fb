import { sql } from 'kysely'
import { openDatabase, type Database } from '#db/database.ts'
import { countTables, plannedOf } from '#server/releases/count-tables.ts'
import { schemesOf } from '#server/releases/scheme.ts'
import type { FormDefinition, Question } from '#server/surveys/contract.ts'
import { figure, median, say, type Figure } from './figures.ts'
import { scratchDatabase } from './scratch.ts'

const [questions, pairs, rounds] = [60, 3, 5]
const few = 5_000
const many = 50_000

/** Counting every answer of 60 questions and three pairs, in one reading of the responses; ten times as many cost ten times as much. */
export async function surveyResults(url: string): Promise<Figure[]> {
  const database = await openDatabase({ url: await scratchDatabase(url, 'results'), folder: 'memory' })
  try {
    const small = await counted(database.db, few)
    const large = await counted(database.db, many)
    return [
      figure(`results of ${many} responses to ${questions} questions`, large, 'ms', { aim: '< 1000' }),
      figure('results of ten times the responses', large / small, 'times the time', { aim: '<= 12' }),
    ]
  } finally {
    await database.close()
  }
}

async function counted(db: Database, responses: number): Promise<number> {
  const surveyId = await fill(db, responses)
  const tables = [
    ...Array.from({ length: questions }, (_, at) => ({ rows: pathOf(at), columns: null })),
    ...Array.from({ length: pairs }, (_, at) => ({ rows: pathOf(2 * at), columns: pathOf(2 * at + 1) })),
  ]
  const planned = plannedOf(tables, schemesOf(form, { tables, merges: {}, days: [] }, []))
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now()
    const { people } = await countTables(db, surveyId, planned)
    if (people !== responses) throw new Error(`${people} of ${responses} responses were counted`)
    times.push(performance.now() - begun)
  }
  say(`${responses} responses: ${median(times).toFixed(0)} ms`)
  return median(times)
}

const pathOf = (at: number) => `page_${Math.floor(at / 10)}/question_${at}`
const choices = ['one', 'two', 'three', 'four', 'five']

const form: FormDefinition = {
  languages: [''],
  settings: {},
  lists: { choices: choices.map((name, row) => ({ row, name, label: {}, more: {} })) },
  items: Array.from({ length: questions / 10 }, (_, page) => ({
    is: 'group' as const,
    row: 0,
    name: `page_${page}`,
    label: {},
    hint: {},
    appearance: ['field-list'],
    more: {},
    items: Array.from({ length: 10 }, (_each, at) => question(10 * page + at)),
  })),
}

function question(at: number): Question {
  return {
    is: 'question',
    type: 'select_one',
    row: 0,
    name: `question_${at}`,
    list: 'choices',
    label: {},
    hint: {},
    appearance: [],
    more: {},
    guidanceHint: {},
    requiredMessage: {},
    constraintMessage: {},
    parameters: {},
  }
}

/** Responses of a survey that belongs nowhere: only they are read. */
async function fill(db: Database, responses: number): Promise<string> {
  return db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one)
    await sql`set statement_timeout = 0`.execute(one)
    const { rows } = await sql<{ id: string }>`select gen_random_uuid() as id`.execute(one)
    const surveyId = rows[0]!.id
    await sql`insert into survey_responses (survey_id, key_hash, state, language, answers)
      select ${surveyId}, sha256((${surveyId} || response)::bytea), 'sent', '', (
        select jsonb_object_agg(page, given) from (
          select 'page_' || asked / 10 as page,
            jsonb_object_agg('question_' || asked, (${choices}::text[])[1 + (response::bigint * (asked + 7) * 7919 + asked) % 5]) as given
          from generate_series(0, ${questions - 1}::int) asked group by 1) pages)
      from generate_series(1, ${responses}::int) response`.execute(one)
    await sql`set session_replication_role = origin`.execute(one)
    await sql`analyze survey_responses`.execute(one)
    return surveyId
  })
}
