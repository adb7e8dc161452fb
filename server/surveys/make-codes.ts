import { command } from '../command.ts'
import { mayLead, powersAt } from '../consultations/index.ts'
import { qrCodeOf } from '../meetings/index.ts'
import { insist, Refusal } from '../refusal.ts'
import { codeHashOf, codesFrom } from './codes.ts'
import { MakeCodes } from './contract.ts'
import { findSurvey } from './records.ts'
import { countCodes, findOrganisationName, keepCodes } from './records-codes.ts'
import { mayMakeCodes } from './rules.ts'
import { surveyLimits } from './words.ts'

/**
 * An organisation's representative, or the chair for an organisation, makes codes to print and hand out. They are answered once
 * and never kept: who loses them makes others.
 */
export const makeCodes = command(MakeCodes, async ({ trx, actor, now, ground, announce }, asked) => {
  const { surveyId, organisationId, count, clientId } = asked
  const survey = await findSurvey(trx, actor, surveyId, 'share')
  if (!survey || survey.state === 'draft') throw new Refusal('unseen', 'survey')
  const powers = await powersAt(trx, actor, { tableId: survey.tableId }, now)
  insist(mayMakeCodes(survey, { powers, leads: mayLead(powers) === true }, organisationId, now))
  const organisation = await findOrganisationName(trx, organisationId)
  if (organisation === undefined) throw new Refusal('unseen', 'organisation')
  const made = await countCodes(trx, surveyId, organisationId)
  const codes = codesFrom(
    ground.settings.sessionSecret,
    [surveyId, organisationId, actor.id, clientId].join('\n'),
    count,
  )
  const fresh = await keepCodes(trx, {
    surveyId,
    organisationId,
    madeBy: actor.id,
    hashes: codes.map(codeHashOf),
  })
  if (made + fresh > surveyLimits.codes) throw new Refusal('conflict', 'too-many-codes')
  if (fresh > 0)
    await announce({
      streamId: survey.consultationId,
      name: 'survey-codes-made',
      about: surveyId,
      body: { count: fresh },
    })
  const { origin } = ground.settings.publicUrl
  return {
    survey: { id: surveyId, title: survey.title, closesAt: survey.closesAt },
    organisation,
    codes,
    cards: codes.map((code) => ({
      code,
      address: `${origin}/surveys/${surveyId}`,
      qr: qrCodeOf(`${origin}/surveys/${surveyId}?code=${code}`),
    })),
  }
})
