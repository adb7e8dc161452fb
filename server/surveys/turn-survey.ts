import type { Trx } from '#db/database.ts'
import type { Announcement } from '../events.ts'
import type { FormDefinition, Plan } from './contract.ts'
import { definitionHashOf } from './definition.ts'
import { keepClosed, keepOpened } from './records-turning.ts'

type Announce = (announcement: Announcement) => Promise<unknown>
type Turned = { id: string; consultationId: string }

/** From here on nothing of it changes: what is asked and what will be published stand under one hash. */
export async function turnSurveyOpen(
  trx: Trx,
  survey: Turned & { form: FormDefinition; plan: Plan; opensAt: Date },
  opened: { by: string; at: Date },
  announce: Announce,
) {
  const definitionHash = definitionHashOf(survey.form, survey.plan)
  await keepOpened(trx, survey.id, { ...opened, opensAt: survey.opensAt, definitionHash })
  await announce({
    streamId: survey.consultationId,
    name: 'survey-opened',
    about: survey.id,
    body: { definitionHash },
  })
}

export async function turnSurveyClosed(trx: Trx, survey: Turned, closedAt: Date, announce: Announce) {
  await keepClosed(trx, survey.id, closedAt)
  await announce({ streamId: survey.consultationId, name: 'survey-closed', about: survey.id })
}
