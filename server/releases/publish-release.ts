import { canonical, sha256 } from '../canonical.ts'
import { command } from '../command.ts'
import { powersAt } from '../consultations/index.ts'
import { onThread } from '../on-thread.ts'
import { insist } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { formOf, holdSurvey } from '../surveys/index.ts'
import { PublishRelease, type ReleaseContent, type ReleaseHidden } from './contract.ts'
import { countTables, plannedOf } from './count-tables.ts'
import { rounded } from './disclosure/round.ts'
import { thresholds } from './disclosure/tables.ts'
import type { ToGuard } from './guard-release.ts'
import { keepRelease, findRelease, listHidden, listTold } from './records.ts'
import { countResponses, listRegionsAndProvinces } from './records-counts.ts'
import { contentOf } from './release-content.ts'
import { areEnough, isReleaseDay, mayRelease } from './rules.ts'
import { schemesOf } from './scheme.ts'

/** The chair publishes what was declared, on a declared day: numbered, frozen, and guarded against everything told before. */
export const publishRelease = command(
  PublishRelease,
  async ({ trx, actor, now, announce }, { surveyId, number }) => {
    const survey = await holdSurvey(trx, actor, surveyId, now)
    insist(mayRelease(await powersAt(trx, actor, { tableId: survey.tableId }, now)))
    if (await findRelease(trx, surveyId, number)) return { surveyId, number }
    const earlier = await listHidden(trx, surveyId)
    insist(isReleaseDay(survey, earlier.length, romeDay(now)))
    const limits = thresholds(survey.isSensitive)
    insist(areEnough(await countResponses(trx, surveyId), limits))

    const form = await formOf(trx, survey)
    const schemes = schemesOf(form, survey.plan, await listRegionsAndProvinces(trx))
    const planned = plannedOf(survey.plan.tables, schemes)
    const hidden = await onThread<ReleaseHidden>('server/releases/release-worker', {
      ...(await countTables(trx, surveyId, planned)),
      earlier,
      limits,
    } satisfies ToGuard)
    const next = earlier.length + 1
    const before = (await findRelease(trx, surveyId, earlier.length))?.content ?? null
    const told = await listTold(trx, surveyId, limits.k)
    const content: ReleaseContent = {
      format: 'tavolo-survey-1',
      survey: {
        id: surveyId,
        title: survey.title,
        definitionHash: survey.definitionHash ?? '',
        languages: form.languages,
      },
      number: next,
      releasedOn: romeDay(now),
      fewestShown: limits.k,
      ...contentOf(hidden, planned, limits, { number: next, before }, survey.reference),
      themes: told.themes.map((theme) => ({ ...theme, responses: rounded(theme.responses) })),
      quotations: told.quotations,
    }
    const hash = sha256(canonical(JSON.parse(JSON.stringify(content))))
    await keepRelease(trx, {
      surveyId,
      number: next,
      content,
      hidden,
      sha256: hash,
      releasedBy: actor.id,
      releasedAt: now,
    })
    await announce({
      streamId: survey.consultationId,
      name: 'survey-released',
      about: surveyId,
      body: { number: next, sha256: hash },
    })
    return { surveyId, number: next }
  },
)
