import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import type { FormDefinition, Plan, Quota, Reference, SurveySeen, Texts } from './contract.ts'
import type { Access } from './words.ts'

const seen = (
  actor: Actor,
) => sql`surveys.id, surveys.consultation_id, consultations.table_id, surveys.title, surveys.state,
  surveys.access::text[] as access, surveys.is_apart, surveys.is_sensitive, surveys.takes_on_behalf, surveys.times_each, surveys.most_responses,
  surveys.quotas::text, surveys.thanks::text, surveys.plan::text, surveys.reference::text, surveys.definition_hash, surveys.opens_at, surveys.closes_at,
  surveys.opened_by, surveys.opened_at, surveys.closed_at, surveys.version, ${visibleTo(actor)} as is_inside`

/** As text, since what turns names of columns into ours would turn those of questions and languages too. */
type AsText = Omit<SurveySeen, 'quotas' | 'thanks' | 'plan' | 'reference'> & {
  quotas: string
  thanks: string
  plan: string
  reference: string | null
}

/** Whoever may see the consultation, and once it is opened whoever has the address of one that is answered by link or code. */
const reachable = (actor: Actor) =>
  sql`(${visibleTo(actor)} or (surveys.state <> 'draft' and surveys.access && '{link,code}'::survey_access[]))`

export async function findSurvey(
  db: Reader,
  actor: Actor,
  surveyId: string,
  lock: 'change' | 'share' | 'none' = 'none',
): Promise<SurveySeen | undefined> {
  const locked = { change: sql`for update of surveys`, share: sql`for share of surveys`, none: sql`` }[lock]
  const { rows } = await sql<AsText>`select ${seen(actor)}
    from surveys join consultations on consultations.id = surveys.consultation_id
    where surveys.id = ${surveyId} and ${reachable(actor)} ${locked}`.execute(db)
  const found = rows[0]
  return (
    found && {
      ...found,
      quotas: JSON.parse(found.quotas) as Quota[],
      thanks: JSON.parse(found.thanks) as Texts,
      plan: JSON.parse(found.plan) as Plan,
      reference: found.reference === null ? null : (JSON.parse(found.reference) as Reference),
    }
  )
}

export async function findForm(db: Reader, surveyId: string): Promise<FormDefinition | undefined> {
  const { rows } = await sql<{
    definition: string
  }>`select definition::text from surveys where id = ${surveyId}`.execute(db)
  return rows[0] && (JSON.parse(rows[0].definition) as FormDefinition)
}

export async function findComposedBy(trx: Trx, personId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  const { rows } = await sql<{
    id: string
  }>`select id from surveys where created_by = ${personId} and client_id = ${clientId}`.execute(trx)
  return rows[0]?.id
}

/** Nothing where the same form was sent twice at once: the other one keeps it. */
export async function keepSurvey(
  trx: Trx,
  survey: {
    consultationId: string
    title: string
    form: FormDefinition
    plan: Plan
    thanks: Texts
    opensAt: Date
    closesAt: Date
    createdBy: string
    clientId: string | undefined
  },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into surveys (consultation_id, title, definition, plan, thanks, opens_at, closes_at, created_by, client_id)
    values (${survey.consultationId}, ${survey.title}, ${JSON.stringify(survey.form)}::jsonb, ${JSON.stringify(survey.plan)}::jsonb,
      ${JSON.stringify(survey.thanks)}::jsonb, ${survey.opensAt}, ${survey.closesAt}, ${survey.createdBy}, ${survey.clientId ?? null})
    on conflict (created_by, client_id) do nothing returning id`.execute(trx)
  return rows[0]?.id
}

/** A draft that is changed waits for its opening to be decided again. */
export async function keepForm(
  trx: Trx,
  surveyId: string,
  kept: { form: FormDefinition; plan: Plan; quotas: Quota[]; thanks: Texts },
  now: Date,
) {
  await sql`update surveys set definition = ${JSON.stringify(kept.form)}::jsonb, plan = ${JSON.stringify(kept.plan)}::jsonb,
    quotas = ${JSON.stringify(kept.quotas)}::jsonb, thanks = ${JSON.stringify(kept.thanks)}::jsonb,
    opened_by = null, version = version + 1, changed_at = ${now} where id = ${surveyId}`.execute(trx)
}

export async function keepRules(
  trx: Trx,
  surveyId: string,
  rules: {
    title: string
    access: Access[]
    opensAt: Date
    closesAt: Date
    timesEach: number | null
    mostResponses: number | null
    isApart: boolean
    isSensitive: boolean
    takesOnBehalf: boolean
    thanks: Texts
    quotas: Quota[]
  },
  now: Date,
) {
  await sql`update surveys set title = ${rules.title}, access = ${rules.access}::survey_access[], opens_at = ${rules.opensAt},
    closes_at = ${rules.closesAt}, times_each = ${rules.timesEach}, most_responses = ${rules.mostResponses}, is_apart = ${rules.isApart},
    is_sensitive = ${rules.isSensitive}, takes_on_behalf = ${rules.takesOnBehalf}, thanks = ${JSON.stringify(rules.thanks)}::jsonb,
    quotas = ${JSON.stringify(rules.quotas)}::jsonb, opened_by = null, version = version + 1, changed_at = ${now}
    where id = ${surveyId}`.execute(trx)
}

export async function keepPlan(trx: Trx, surveyId: string, plan: Plan, now: Date) {
  await sql`update surveys set plan = ${JSON.stringify(plan)}::jsonb, opened_by = null, version = version + 1, changed_at = ${now}
    where id = ${surveyId}`.execute(trx)
}

export async function keepReference(trx: Trx, surveyId: string, reference: Reference | null, now: Date) {
  await sql`update surveys set reference = ${reference === null ? null : JSON.stringify(reference)}::jsonb, opened_by = null,
    version = version + 1, changed_at = ${now} where id = ${surveyId}`.execute(trx)
}

export async function listSurveysOf(
  db: Reader,
  consultationId: string,
  withDrafts: boolean,
): Promise<Pick<SurveySeen, 'id' | 'title' | 'state' | 'openedBy' | 'opensAt' | 'closesAt'>[]> {
  const { rows } = await sql<
    Pick<SurveySeen, 'id' | 'title' | 'state' | 'openedBy' | 'opensAt' | 'closesAt'>
  >`
    select id, title, state, opened_by, opens_at, closes_at from surveys
    where consultation_id = ${consultationId} and (${withDrafts} or state <> 'draft')
    order by opens_at desc, id limit 200`.execute(db)
  return rows
}
