import type { Trx } from '#db/database.ts'
import type { Announcement } from '../events.ts'
import type { FormDefinition, Plan } from './contract.ts'
import { definitionHashOf } from './definition.ts'
import { keepClosed, keepOpened } from './records-turning.ts'
import { shuffleLast } from './shuffle-apart.ts'

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

/** Nothing is sent any more: the survey's row is held, and whoever was sending has sent. */
export async function turnSurveyClosed(
  trx: Trx,
  survey: Turned & { isApart: boolean },
  closedAt: Date,
  announce: Announce,
) {
  await keepClosed(trx, survey.id, closedAt)
  if (survey.isApart) await shuffleLast(trx, survey.id)
  await announce({ streamId: survey.consultationId, name: 'survey-closed', about: survey.id })
}
