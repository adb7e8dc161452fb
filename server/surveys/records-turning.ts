import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { FormDefinition, Plan } from './contract.ts'

export type SurveyDue = {
  id: string
  consultationId: string
  state: 'draft' | 'open' | 'closed'
  opensAt: Date
  closesAt: Date
  openedBy: string | null
  isApart: boolean
  plan: Plan
  form: FormDefinition
}

/** A draft whose opening was decided and whose date has come, or an open one whose last hour has. */
const due = (now: Date) => sql`(state = 'draft' and opened_by is not null and opens_at <= ${now})
  or (state = 'open' and closes_at <= ${now})`

/** One that no other node is turning. */
export async function findDueSurvey(trx: Trx, now: Date): Promise<SurveyDue | undefined> {
  const { rows } = await sql<
    Omit<SurveyDue, 'plan' | 'form'> & { plan: string; form: string }
  >`select id, consultation_id, state, opens_at, closes_at, opened_by, is_apart, plan::text, definition::text as form
    from surveys where ${due(now)} order by opens_at limit 1 for update skip locked`.execute(trx)
  const found = rows[0]
  return (
    found && {
      ...found,
      plan: JSON.parse(found.plan) as Plan,
      form: JSON.parse(found.form) as FormDefinition,
    }
  )
}

export async function isSurveyDue(db: Reader, now: Date): Promise<boolean> {
  const { rows } = await sql<{
    due: boolean
  }>`select exists (select 1 from surveys where ${due(now)}) as due`.execute(db)
  return rows[0]?.due ?? false
}

/** Its opening is decided and comes with its date; whoever changes the draft takes the decision back. */
export async function keepPlanned(trx: Trx, surveyId: string, personId: string, now: Date) {
  await sql`update surveys set opened_by = ${personId}, version = version + 1, changed_at = ${now} where id = ${surveyId}`.execute(
    trx,
  )
}

export async function keepOpened(
  trx: Trx,
  surveyId: string,
  opened: { by: string; at: Date; opensAt: Date; definitionHash: string },
) {
  await sql`update surveys set state = 'open', opened_by = ${opened.by}, opened_at = ${opened.at}, opens_at = ${opened.opensAt},
    definition_hash = ${opened.definitionHash} where id = ${surveyId}`.execute(trx)
}

export async function keepClosed(trx: Trx, surveyId: string, closedAt: Date) {
  await sql`update surveys set state = 'closed', closed_at = ${closedAt} where id = ${surveyId}`.execute(trx)
}
