import { randomUUID } from 'node:crypto'
import type { SetSurveyRules } from '#server/surveys/contract.ts'
import { openSurvey, setSurveyRules, showSurvey, uploadSurvey } from '#server/surveys/index.ts'
import { workbookOf, type Written } from '#tests/server/surveys/workbooks.ts'
import { minutesFromNow } from './decisions.ts'
import type { World } from './world.ts'

type Consultation = Awaited<ReturnType<World['consultation']>>

const small: Written = {
  survey: `type | name | label | required
select_one area | area | Che cosa manca? | yes
text | why | Perché? |`,
  choices: `list_name | name | label
area | housing | Casa
area | work | Lavoro`,
}

/** A spreadsheet as a form carries it. */
export async function fileOf(written: Written): Promise<string> {
  return Buffer.from(await workbookOf(written)).toString('base64')
}

/** A draft from a spreadsheet, by the secretary. */
export async function aDraftSurvey(
  world: World,
  given: { form?: Written; consultation?: Consultation } = {},
) {
  const consultation = given.consultation ?? (await world.consultation())
  const { chair, secretary } = consultation.table
  const file = await fileOf(given.form ?? small)
  const { surveyId, problems } = await uploadSurvey(world.ground, secretary, {
    consultationId: consultation.id,
    file,
    clientId: randomUUID(),
  })
  if (surveyId === null) throw new Error(JSON.stringify(problems))
  return { surveyId, consultation, chair, secretary }
}

/** What a form of rules sends. */
export async function asRules(
  world: World,
  draft: Awaited<ReturnType<typeof aDraftSurvey>>,
  more: Partial<Record<keyof SetSurveyRules, unknown>> = {},
) {
  const { version, title, form } = await showSurvey(world.ground, draft.chair, { surveyId: draft.surveyId })
  return {
    surveyId: draft.surveyId,
    version,
    title,
    access: ['link'],
    opensAt: minutesFromNow(-1).toISOString(),
    closesAt: minutesFromNow(600).toISOString(),
    isApart: 'yes',
    thanks: form.languages.map(() => 'Grazie. Pubblichiamo i numeri tra un mese.'),
    ...more,
  } as Parameters<typeof setSurveyRules>[2]
}

/** An open survey from a spreadsheet: answered by whoever has the link, identity apart, unless its rules say otherwise. */
export async function anOpenSurvey(
  world: World,
  given: Parameters<typeof aDraftSurvey>[1] & { rules?: Parameters<typeof asRules>[2] } = {},
) {
  const draft = await aDraftSurvey(world, given)
  await setSurveyRules(world.ground, draft.secretary, await asRules(world, draft, given.rules))
  const { version } = await showSurvey(world.ground, draft.chair, { surveyId: draft.surveyId })
  await openSurvey(world.ground, draft.chair, { surveyId: draft.surveyId, version, when: 'now' })
  return { ...(await showSurvey(world.ground, draft.chair, { surveyId: draft.surveyId })), ...draft }
}
