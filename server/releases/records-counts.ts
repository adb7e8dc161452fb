import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'

/** An answer to one question, or the answers to two, and how many gave it. */
export type Counted = { at: number; value: string; people: number }

export type Read = { path: string; reads: 'value' | 'first' }

const between = '\u001F'

/**
 * How many gave each answer, for every question and pair at once: responses are gone through a single time, so the cost goes by
 * how many there are. `at` is the place in the list that was asked for.
 */
export async function countAnswers(
  db: Reader,
  surveyId: string,
  asked: readonly (readonly [Read] | readonly [Read, Read])[],
): Promise<Counted[]> {
  if (asked.length === 0) return []
  const one = ({ path, reads }: Read) => {
    const stored = sql`coalesce(answers #>> ${path.split('/')}::text[], '')`
    return reads === 'first' ? sql`split_part(${stored}, ' ', 1)` : stored
  }
  const values = asked.map(([first, second]) =>
    second ? sql`${one(first)} || ${between} || ${one(second)}` : one(first),
  )
  const { rows } = await sql<Counted>`
    select asked.at::int as at, asked.value, count(*)::int as people
    from survey_responses, lateral unnest(array[${sql.join(values)}]) with ordinality as asked(value, at)
    where survey_id = ${surveyId} and state = 'sent' group by asked.at, asked.value`.execute(db)
  return rows.map(({ at, value, people }) => ({ at: at - 1, value, people }))
}

export function parted(value: string): [string, string] {
  const [first = '', second = ''] = value.split(between)
  return [first, second]
}

export async function countResponses(db: Reader, surveyId: string): Promise<number> {
  const { rows } = await sql<{ sent: number }>`select count(*)::int as sent from survey_responses
    where survey_id = ${surveyId} and state = 'sent'`.execute(db)
  return rows[0]?.sent ?? 0
}

/** Regions and provinces by their codes, in whose order they are merged. */
export async function listRegionsAndProvinces(db: Reader): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`select code, name from territories
    where level in ('region', 'province') order by coalesce(parent_code, code), code`.execute(db)
  return rows
}
