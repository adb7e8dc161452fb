import { command } from '../command.ts'
import { holdConsultation, powersAt } from '../consultations/index.ts'
import { keepCited } from '../opinions/index.ts'
import { insist } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { canonical, sha256 } from '../canonical.ts'
import { PublishBrief } from './contract.ts'
import { gatherContent } from './gather-content.ts'
import * as records from './records.ts'
import { mayPublish } from './rules.ts'

/** Freezes what the consultation says today under the year's next number. It never changes; the next one supersedes it. */
export const publishBrief = command(
  PublishBrief,
  async (
    { trx, actor, now, announce, inChain },
    { consultationId, introduction, nextSteps, language, clientId },
  ) => {
    const consultation = await holdConsultation(trx, actor, consultationId, now)
    const { offices } = await powersAt(trx, actor, { tableId: consultation.tableId }, now)
    await records.holdNumbering(trx)
    const again = clientId && (await records.findOfClient(trx, actor.id, clientId))
    if (again) return again

    const before = await records.findNewest(trx, consultationId)
    const gathered = await gatherContent(trx, consultationId, now, before?.content ?? null)
    insist(mayPublish(offices, gathered.figures.needs))
    const publishedOn = romeDay(now)
    const year = Number(publishedOn.slice(0, 4))
    const number = await records.nextNumber(trx, year)
    const bytes = canonical({
      ...gathered,
      number,
      year,
      publishedOn,
      introduction: introduction ?? '',
      nextSteps,
      language: language ?? actor.language,
    })
    const digest = sha256(bytes)
    const id = await records.keepBrief(trx, {
      consultationId,
      year,
      number,
      canonical: bytes,
      sha256: digest,
      nextSteps,
      publishedBy: actor.id,
      publishedAt: now,
      supersedesId: before?.id ?? null,
      clientId: clientId ?? null,
    })
    if (gathered.opinions) await keepCited(trx, consultationId, gathered.opinions.inputHash)
    await announce({ streamId: consultationId, name: 'brief-published', about: id, body: { year, number } })
    inChain({
      act: 'brief-published',
      about: id,
      consultationId,
      content: { year, number, sha256: digest },
    })
    return { id, number, year }
  },
)
