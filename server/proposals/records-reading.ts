import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { ByLanguage } from '../by-language.ts'
import { visibleTo } from '../consultations/index.ts'
import type { RichDocument } from '../documents/contract.ts'
import type { Actor } from '../ground.ts'
import type { BallotNoted, ProposalShown, SourceShown, VersionNoted } from './contract.ts'
import type { ProposalState } from './words.ts'

/** The chair's and the secretary's own: what is not, or was never, published. */
function isLeadBy(actor: Actor) {
  return actor.kind === 'guest'
    ? sql<boolean>`false`
    : sql<boolean>`exists (select 1 from table_officers o where o.table_id = consultations.table_id
        and o.person_id = ${actor.id} and o.ended_at is null and o.office in ('chair', 'secretary'))`
}

function readableBy(actor: Actor) {
  return sql<boolean>`${visibleTo(actor)} and (p.published_at is not null or p.state not in ('draft', 'withdrawn') or ${isLeadBy(actor)})`
}

type ListedRow = {
  id: string
  number: number
  state: ProposalState
  version: number
  title: string
  ask: string
  language: string
  addressee: string
  sourceCount: number
  changedAt: Date
  consultationId: string
  consultationTitle: ByLanguage
}

/** The newest first, one more than the page, so that it is known whether another follows. */
export async function listProposals(
  db: Reader,
  actor: Actor,
  wanted: {
    consultationId?: string | undefined
    needId?: string | undefined
    state?: ProposalState | undefined
    after?: string | undefined
    most: number
  },
): Promise<ListedRow[]> {
  const { consultationId, needId, state, after, most } = wanted
  const { rows } = await sql<ListedRow>`
    select p.id, p.number, p.state, p.version, v.title, v.ask, v.language, v.addressee, v.at as changed_at,
      (select count(*) from proposal_sources s where s.proposal_id = p.id and s.unlinked_at is null) as source_count,
      consultations.id as consultation_id, consultations.title as consultation_title
    from proposals p
      join consultations on consultations.id = p.consultation_id
      join proposal_versions v on v.proposal_id = p.id and v.version = p.version
    where ${readableBy(actor)}
      ${consultationId ? sql`and p.consultation_id = ${consultationId}` : sql``}
      ${state ? sql`and p.state = ${state}` : sql``}
      ${needId ? sql`and exists (select 1 from proposal_sources s where s.proposal_id = p.id and s.need_id = ${needId} and s.unlinked_at is null)` : sql``}
      ${
        after
          ? sql`and (p.created_at, p.id) < (select p.created_at, p.id from proposals p
        join consultations on consultations.id = p.consultation_id where p.id = ${after} and ${readableBy(actor)})`
          : sql``
      }
    order by p.created_at desc, p.id desc limit ${most}`.execute(db)
  return rows
}

type ShownRow = Omit<
  ProposalShown,
  'consultation' | 'versions' | 'ballots' | 'sources' | 'may' | 'document'
> & {
  consultationId: string
  consultationTitle: ByLanguage
  consultationClosedAt: Date | null
  isAsked: boolean
  isLead: boolean
  isChair: boolean
  document: RichDocument
  versions: InJson<VersionNoted>[]
  ballots: InJson<BallotNoted>[]
}
/** Moments come out of json as text. */
type InJson<Row> = { [Name in keyof Row]: Row[Name] extends Date ? string : Row[Name] }

/** The proposal with one version's words; the current one unless another is asked for. */
export async function findProposal(
  db: Reader,
  actor: Actor,
  proposalId: string,
  version?: number,
): Promise<ShownRow | undefined> {
  const { rows } = await sql<ShownRow>`
    select p.id, p.number, p.state, p.version as current_version, p.published_at, p.withdrawn_at, p.withdraw_reason,
      v.version, v.title, v.document, v.ask, v.addressee, v.language, v.at as changed_at,
      consultations.id as consultation_id, consultations.title as consultation_title, consultations.closed_at as consultation_closed_at,
      exists (select 1 from answer_requests r where r.proposal_id = p.id) as is_asked,
      ${isLeadBy(actor)} as is_lead,
      ${
        actor.kind === 'guest'
          ? sql`false`
          : sql`exists (select 1 from table_officers o where o.table_id = consultations.table_id
              and o.person_id = ${actor.id} and o.ended_at is null and o.office = 'chair')`
      } as is_chair,
      (select json_agg(json_build_object('version', n.version, 'note', n.note, 'at', n.at, 'author', a.name) order by n.version desc)
        from proposal_versions n join people a on a.id = n.author_id where n.proposal_id = p.id) as versions,
      coalesce((select json_agg(json_build_object('id', b.id, 'state', b.state, 'opensAt', b.opens_at, 'closesAt', b.closes_at,
          'outcome', b.outcome) order by b.created_at desc) from ballots b where b.proposal_id = p.id), '[]') as ballots,
      (select json_build_object('meetingId', e.id, 'meetingNumber', e.number, 'number', m.number, 'organisation', g.name)
        from ballots b join decisions d on d.ballot_id = b.id join motions m on m.id = d.motion_id and m.proposal_id is null
          join meetings e on e.id = m.meeting_id join seats s on s.id = m.seat_id join organisations g on g.id = s.organisation_id
        where b.proposal_id = p.id limit 1) as motion,
      ${
        actor.kind === 'guest'
          ? sql`false`
          : sql`exists (select 1 from follows f where f.person_id = ${actor.id}
              and f.subject_kind = 'proposal' and f.subject_id = p.id)`
      } as i_follow
    from proposals p
      join consultations on consultations.id = p.consultation_id
      join proposal_versions v on v.proposal_id = p.id and v.version = ${version ?? sql`p.version`}
    where p.id = ${proposalId} and ${readableBy(actor)}`.execute(db)
  return rows[0]
}

/** Also those removed, with why. What a need says, and whose it is, is shown only while the need itself is. */
export async function listSources(db: Reader, proposalId: string): Promise<SourceShown[]> {
  const { rows } = await sql<SourceShown>`
    select s.need_id, n.language, g.name as organisation, s.linked_at, s.unlinked_at, s.unlink_reason,
      case when n.hidden_at is null and n.state = 'posted' then n.title end as title
    from proposal_sources s join needs n on n.id = s.need_id
      left join organisations g on g.id = n.organisation_id and n.hidden_at is null and n.state = 'posted'
    where s.proposal_id = ${proposalId}
    order by s.unlinked_at nulls first, s.linked_at, s.id`.execute(db)
  return rows
}

export async function findVersions(db: Reader, proposalId: string, versions: number[]) {
  return db
    .selectFrom('proposalVersions')
    .where('proposalId', '=', proposalId)
    .where('version', 'in', versions)
    .select(['version', 'title', 'addressee', 'ask', 'plain', 'language'])
    .execute()
}
