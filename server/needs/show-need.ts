import { saidIn } from '../by-language.ts'
import type { Powers } from '../consultations/contract.ts'
import type { Person } from '../ground.ts'
import { query } from '../query.ts'
import { ShowNeed, type NeedShown } from './contract.ts'
import { needCore } from './listed-need.ts'
import * as records from './records-show.ts'
import { mayEdit, mayMarkRead, maySupport, mayWithdraw } from './rules.ts'
import { leastPeople, type Concern } from './words.ts'

/** A need as this actor may read it, and what they may do with it. */
export const showNeed = query(ShowNeed, async ({ db, actor, now }, { needId }): Promise<NeedShown> => {
  const row = await records.showNeed(db, actor, needId, now)
  const core = needCore(row)
  const shows = core.title !== null
  return {
    ...core,
    consultation: saidIn(row.consultationTitle, actor.language),
    tableId: row.tableId,
    document: shows ? row.document : null,
    survey: row.survey,
    concerns: row.concerns as Concern[],
    since: row.since,
    tried: shows && row.tried !== '' ? row.tried : null,
    province: row.province === core.territory.name ? null : row.province,
    region: row.region,
    editedAt: row.editedAt?.toISOString() ?? null,
    hiddenFor: row.hiddenFor,
    supporters: {
      organisations: row.supportingOrganisations,
      people: row.people >= leastPeople ? row.people : null,
    },
    proposals: row.proposals,
    may: actor.kind === 'person' ? powersOver(row, actor) : nothing,
    iFollow: row.iFollow,
    iSupport: row.iSupport,
    mine: row.mine.filter((organisation) => organisation.id !== row.organisationId),
  }
})

const nothing: NeedShown['may'] = {
  edit: false,
  withdraw: false,
  markRead: false,
  report: false,
  follow: false,
  support: false,
}

function powersOver(row: Awaited<ReturnType<typeof records.showNeed>>, actor: Person): NeedShown['may'] {
  const powers: Powers = {
    offices: row.offices as Powers['offices'],
    seats: [],
    representsOrganisations: row.mine,
    isAnsweringBody: row.isAnsweringBody,
  }
  return {
    edit: mayEdit(row, powers, actor) === true,
    withdraw: mayWithdraw(row, powers, actor) === true,
    markRead: row.readAt === null && mayMarkRead(row, powers) === true,
    report: row.state === 'posted' && row.hiddenAt === null && !row.isMine,
    follow: true,
    support: maySupport(row, actor) === true,
  }
}
