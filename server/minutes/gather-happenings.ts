import type { Reader } from '#db/database.ts'
import { shownCounts } from '../briefs/index.ts'
import { fewestShown } from '../briefs/words.ts'
import { listResults } from '../checks/index.ts'
import { temperatures } from '../checks/words.ts'
import type { Happenings, MotionMoved, VoteTaken } from './contract.ts'
import { gatherSpeakers } from './gather-presence.ts'
import * as decided from './records-decided.ts'
import { listCheckPlaces } from './records-checks.ts'
import { losingSide } from './rules.ts'

type UnderItem<Kind extends keyof Happenings> = Happenings[Kind][number] & { itemId: string | null }
export type Happened = { [Kind in keyof Happenings]: UnderItem<Kind>[] }

/** All that came about in a meeting, each with the item that was running. */
export async function gatherHappenings(
  db: Reader,
  meeting: { id: string; showsNames: boolean; closedAt: Date | null },
): Promise<Happened> {
  const { id: meetingId, closedAt } = meeting
  const statements = await decided.listStatements(db, meetingId)
  const votes = await decided.listVotes(db, meetingId)
  const motions = await decided.listMotions(db, meetingId)
  const consents = await decided.listConsents(db, meetingId)
  return {
    speakers: await gatherSpeakers(db, meeting),
    statements: statements.map(({ saidAt, ...each }) => ({ ...each, saidAt: saidAt.toISOString() })),
    checks: await gatherChecks(db, meetingId),
    motions: motions.map((motion) => motionMoved(motion, votes, closedAt)),
    decisions: consents.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })),
    tasks: await decided.listTasks(db, meetingId),
  }
}

/** Those of one item, or those that came about beside the agenda. */
export function happeningsOf(happened: Happened, itemId: string | null): Happenings {
  return {
    speakers: under(happened.speakers, itemId),
    statements: under(happened.statements, itemId),
    checks: under(happened.checks, itemId),
    motions: under(happened.motions, itemId),
    decisions: under(happened.decisions, itemId),
    tasks: under(happened.tasks, itemId),
  }
}

function under<Each extends { itemId: string | null }>(
  all: readonly Each[],
  itemId: string | null,
): Omit<Each, 'itemId'>[] {
  return all.flatMap((each) => {
    const { itemId: its, ...happening } = each
    return its === itemId ? [happening] : []
  })
}

/** Checks that are over, in the order in which they were opened, counted as the room was told. */
async function gatherChecks(db: Reader, meetingId: string): Promise<UnderItem<'checks'>[]> {
  const results = await listResults(db, meetingId)
  const places = await listCheckPlaces(db, meetingId)
  return places.flatMap(({ id, itemId, openedAt }) => {
    const result = results.find((each) => each.id === id)
    if (!result) return []
    const { question, counts, options, ...check } = result
    return [
      {
        ...check,
        itemId,
        text: question,
        openedAt: openedAt.toISOString(),
        options: check.kind === 'temperature' ? [...temperatures] : options,
        counts: counts.cells,
        total: counts.total,
      },
    ]
  })
}

function motionMoved(
  { movedAt, isWithdrawn, ...motion }: decided.MotionFound,
  votes: decided.VoteFound[],
  closedAt: Date | null,
): UnderItem<'motions'> {
  const taken = votes.filter(({ motionId }) => motionId === motion.id).map(voteTaken)
  const left: MotionMoved['ending'] = closedAt ? 'lapsed' : 'open'
  return {
    ...motion,
    movedAt: movedAt.toISOString(),
    ending: isWithdrawn ? 'withdrawn' : taken.length > 0 ? 'put' : left,
    votes: taken,
  }
}

function voteTaken(found: decided.VoteFound): VoteTaken {
  const { motionId: _, persons, seatVotes, openedAt, closedAt, ...vote } = found
  return {
    ...vote,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    persons: persons && {
      ...shownCounts([persons.for, persons.against, persons.abstain], fewestShown),
      of: ['for', 'against', 'abstain'],
    },
    seatVotes: seatVotes.map(({ organisation, choice }) => ({ organisation, choice })),
    minority: seatVotes
      .filter(({ choice, reason }) => reason && choice === losingSide(vote.outcome))
      .map(({ organisation, reason }) => ({ organisation, reason })),
  }
}
