import type { Reader } from '#db/database.ts'
import { romeDay } from '../rome-day.ts'
import type { BriefContent, BriefProposal } from './contract.ts'
import { excerpt } from '../excerpt.ts'
import { readCommonGround } from '../opinions/index.ts'
import { readDecided } from '../polls/index.ts'
import { readCitedFigures } from '../releases/index.ts'
import * as records from './records-content.ts'
import { losingSide } from './rules.ts'
import { shownCounts, steadied } from './shown-counts.ts'
import { fewestShown, longestQuotation, quotationsOfArea } from './words.ts'

/** All that a brief of a consultation says today, but for what its author writes and its number. */
export async function gatherContent(
  db: Reader,
  consultationId: string,
  now: Date,
  before: BriefContent | null,
): Promise<BriefContent> {
  const frame = await records.findFrame(db, consultationId, romeDay(now))
  const needs = await records.countNeeds(db, consultationId)
  const people = await records.countPeople(db, consultationId)
  const proposals = await gatherProposals(db, consultationId)
  const opinions = await readCommonGround(db, consultationId)
  const polls = await readDecided(db, consultationId)
  const surveys = await readCitedFigures(db, consultationId)
  return {
    format: 'tavolo-brief-1',
    number: null,
    year: null,
    publishedOn: null,
    introduction: '',
    nextSteps: '',
    language: 'it',
    consultation: frame.consultation,
    table: frame.table,
    answeringBody: frame.answeringBody,
    seats: frame.seats,
    organisations: frame.organisations,
    territories: frame.territories,
    figures: {
      needs,
      organisations: frame.organisations.length,
      proposals: proposals.length,
      fewestShown,
      people: {
        ...steadied(before?.figures.people ?? null, shownCounts(people, fewestShown), fewestShown),
        of: ['for-organisation', 'in-own-name'],
      },
    },
    areas: await gatherAreas(db, consultationId),
    proposals,
    ...(opinions ? { opinions } : {}),
    ...(polls.length > 0 ? { polls } : {}),
    ...(surveys.length > 0 ? { surveys } : {}),
  }
}

/** A need is quoted once, under the area of its own with fewest needs, so that a brief stays brief and no area goes unheard. */
async function gatherAreas(db: Reader, consultationId: string): Promise<BriefContent['areas']> {
  const found = await records.listNeedsByArea(db, consultationId, 4 * quotationsOfArea)
  const quoted = new Set<string>()
  const areas = [...new Set(found.map((each) => each.area))].map((area) => {
    const ofArea = found.filter((each) => each.area === area)
    return { area, needs: ofArea[0]?.needs ?? 0, ofArea }
  })
  const quotations = new Map<string, BriefContent['areas'][number]['quotations']>()
  for (const { area, ofArea } of areas.toReversed()) {
    const fresh = ofArea.filter((each) => !quoted.has(each.needId)).slice(0, quotationsOfArea)
    for (const each of fresh) quoted.add(each.needId)
    quotations.set(
      area,
      fresh.map(({ needId, title, plain, language, organisation, territory }) => ({
        needId,
        title,
        excerpt: excerpt(plain, longestQuotation),
        language,
        organisation,
        territory,
      })),
    )
  }
  return areas.map(({ area, needs }) => ({ area, needs, quotations: quotations.get(area) ?? [] }))
}

async function gatherProposals(db: Reader, consultationId: string): Promise<BriefProposal[]> {
  const found = await records.listProposals(db, consultationId)
  const ballots = await records.listBallots(db, consultationId)
  const answers = await records.listAnswers(db, consultationId)
  return found.map(({ dueOn, isSettled, ...proposal }) => {
    const ballot = ballots.find((each) => each.proposalId === proposal.id)
    const given = answers.get(proposal.id) ?? []
    return {
      ...proposal,
      ballot: ballot ? ballotOf(ballot) : null,
      answer: dueOn
        ? {
            dueOn,
            isSettled,
            given: given.map(({ givenAt, ...answer }) => ({ ...answer, givenOn: romeDay(givenAt) })),
          }
        : null,
    }
  })
}

function ballotOf(ballot: records.BallotFound): NonNullable<BriefProposal['ballot']> {
  const { persons } = ballot
  return {
    id: ballot.id,
    closedOn: romeDay(ballot.closedAt),
    outcome: ballot.outcome,
    quorum: ballot.quorum,
    majority: ballot.majority,
    seatsOnRoll: ballot.seatsOnRoll,
    seats: ballot.seats,
    persons: {
      ...shownCounts([persons.for, persons.against, persons.abstain], fewestShown),
      of: ['for', 'against', 'abstain'],
    },
    minority: ballot.reasons
      .filter((each) => each.choice === losingSide(ballot.outcome))
      .map(({ organisation, reason }) => ({ organisation, reason })),
  }
}
