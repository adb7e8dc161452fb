import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Plan, Reference } from '#server/surveys/contract.ts'
import { openSurvey, setSurveyRules, showSurvey } from '#server/surveys/index.ts'
import type { Answered } from '#tests/server/surveys/answers.ts'
import { chance, skewedPeople } from '#tests/server/releases/disclosure/random-tables.ts'
import { aDraftSurvey, asRules } from './surveys.ts'
import { dayFromNow, type World } from './world.ts'

/** Three closed questions, one with several choices, a number and a text that may be quoted. */
export const asked = {
  survey: `type | name | label | appearance
select_one area | area | Che cosa manca?
select_one sector | sector | Dove lavora?
select_multiple helps | helps | Chi l'ha aiutata?
integer | age | Quanti anni ha?
begin_group | more | Altro
text | why | Perché? | quotable
end_group |  |
begin_repeat | member | Familiare
text | name | Nome
integer | years | Anni
end_repeat |  | `,
  choices: `list_name | name | label
area | housing | Casa
area | work | Lavoro
area | school | Scuola
area | health | Salute
sector | farm | Campagna
sector | care | Cura
sector | shop | Negozio
helps | union | Sindacato
helps | friend | Amici
helps | office | Sportello`,
}

const areas = ['housing', 'work', 'school', 'health']
const sectors = ['farm', 'care', 'shop']
const helps = ['union', 'union friend', 'friend office']

/** What so many people would answer; always the same for the same seed. */
export function skewedAnswers(people: number, seed = 1): Answered[] {
  const random = chance(seed)
  return skewedPeople(random, [4, 3, 3, 6], people).map(([area, sector, help, age], at) => ({
    area: areas[area!]!,
    sector: sectors[sector!]!,
    helps: helps[help!]!,
    age: String(20 + 10 * age!),
    more: { why: `Testo ${at}` },
    member: [{ name: `Nome ${at}`, years: '7' }],
  }))
}

export const plan: Plan = {
  tables: [
    { rows: 'area', columns: null },
    { rows: 'sector', columns: null },
    { rows: 'helps', columns: null },
    { rows: 'age', columns: null },
    { rows: 'area', columns: 'sector' },
  ],
  merges: { area: areas, sector: sectors },
  days: [dayFromNow(-2), dayFromNow(0), dayFromNow(30)],
}

/** An open survey with what it will publish, and so many sent responses that know nobody. */
export async function anAnsweredSurvey(
  world: World,
  given: {
    consultation?: Awaited<ReturnType<World['consultation']>>
    answers?: Answered[]
    quotable?: string[]
    reference?: Reference
    rules?: Parameters<typeof asRules>[2]
    plan?: Plan
    form?: Parameters<typeof aDraftSurvey>[1] extends { form?: infer Form } | undefined ? Form : never
  } = {},
) {
  const { db } = world.ground
  const draft = await aDraftSurvey(world, {
    form: given.form ?? asked,
    ...(given.consultation ? { consultation: given.consultation } : {}),
  })
  const { surveyId, chair, secretary } = draft
  await setSurveyRules(world.ground, secretary, await asRules(world, draft, given.rules ?? {}))
  await sql`update surveys set plan = ${JSON.stringify(given.plan ?? plan)}::jsonb,
    reference = ${given.reference ? JSON.stringify(given.reference) : null}::jsonb where id = ${surveyId}`.execute(
    db,
  )
  const { version } = await showSurvey(world.ground, chair, { surveyId })
  await openSurvey(world.ground, chair, { surveyId, version, when: 'now' })
  await respond(world, surveyId, given.answers ?? skewedAnswers(120), given.quotable)
  return draft
}

export async function respond(
  world: World,
  surveyId: string,
  answers: readonly Answered[],
  quotable: readonly string[] = [],
): Promise<void> {
  await sql`insert into survey_responses (survey_id, key_hash, state, language, answers, quotable)
    select ${surveyId}, decode(given.value ->> 'key', 'hex'), 'sent', 'Italiano (it)', given.value -> 'answers', ${[...quotable]}::text[]
    from jsonb_array_elements(${JSON.stringify(
      answers.map((answers) => ({ key: randomBytes(32).toString('hex'), answers })),
    )}::jsonb) as given(value)`.execute(world.ground.db)
}
