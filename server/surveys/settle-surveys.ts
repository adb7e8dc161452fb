import { recordEvent, tellMoment } from '../events.ts'
import type { Ground, Grown, Guest } from '../ground.ts'
import { findDueSurvey } from './records-turning.ts'
import { turnSurveyClosed, turnSurveyOpen } from './turn-survey.ts'

/** Nobody: the date came. */
const theDate: Guest = { kind: 'guest', language: 'it', network: '' }

/** Opens and closes what is due by now, one transaction each; answers how many. Nodes share the work. */
export async function settleDueSurveys(ground: Ground): Promise<number> {
  for (let turned = 0; ; turned++) if (!(await turnOneDue(ground))) return turned
}

async function turnOneDue(ground: Ground): Promise<boolean> {
  const now = ground.now()
  const grown: Grown[] = []
  const wasDue = await ground.db.transaction().execute(async (trx) => {
    if (ground.pretendsNow) await tellMoment(trx, now)
    const survey = await findDueSurvey(trx, now)
    if (!survey) return false
    const announce = async (announcement: Parameters<typeof recordEvent>[2]) => {
      grown.push({ streamId: announcement.streamId, seq: await recordEvent(trx, theDate, announcement) })
    }
    if (survey.state === 'open') await turnSurveyClosed(trx, survey, survey.closesAt, announce)
    else {
      const opened = { by: survey.openedBy ?? '', at: survey.opensAt }
      await turnSurveyOpen(trx, survey, opened, announce)
    }
    return true
  })
  if (grown.length > 0) ground.ring(grown)
  return wasDue
}
