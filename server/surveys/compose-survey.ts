import type { Trx } from '#db/database.ts'
import { command } from '../command.ts'
import { holdConsultation, mayLead, powersAt } from '../consultations/index.ts'
import type { Person } from '../ground.ts'
import { insist, Refusal } from '../refusal.ts'
import { ComposeSurvey, type FormDefinition, type Plan } from './contract.ts'
import { findComposedBy, keepSurvey } from './records.ts'
import { formOfTemplate } from './templates/index.ts'

const day = 86_400_000
const noPlan: Plan = { tables: [], merges: {}, days: [] }

/** The chair or secretary begins a survey from nothing, or from a template that says it in four languages. */
export const composeSurvey = command(ComposeSurvey, async ({ trx, actor, now }, asked) => {
  const { consultationId, title, template, language, clientId } = asked
  await holdToCompose(trx, actor, consultationId, now)
  const known = await findComposedBy(trx, actor.id, clientId)
  if (known) return { surveyId: known }
  const form: FormDefinition = template
    ? formOfTemplate(template, { title, language })
    : {
        languages: [language],
        settings: { form_title: title, default_language: language },
        items: [],
        lists: {},
      }
  return { surveyId: await keepNew(trx, { consultationId, title, form, actor, clientId }, now) }
})

/** A consultation that is not closed, in which this person may compose. */
export async function holdToCompose(trx: Trx, actor: Person, consultationId: string, now: Date) {
  const { closedAt } = await holdConsultation(trx, actor, consultationId, now)
  insist(mayLead(await powersAt(trx, actor, { consultationId }, now)))
  if (closedAt !== null) throw new Refusal('conflict', 'consultation-closed')
}

/** Keeps a new draft; the dates are a beginning, to be changed with its rules. */
export async function keepNew(
  trx: Trx,
  draft: {
    consultationId: string
    title: string
    form: FormDefinition
    actor: Person
    clientId: string | undefined
  },
  now: Date,
): Promise<string> {
  const { actor, clientId, ...more } = draft
  const hour = new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000)
  const surveyId = await keepSurvey(trx, {
    ...more,
    plan: noPlan,
    thanks: {},
    opensAt: new Date(hour.getTime() + day),
    closesAt: new Date(hour.getTime() + 31 * day),
    createdBy: actor.id,
    clientId,
  })
  return surveyId ?? (await findComposedBy(trx, actor.id, clientId)) ?? ''
}
