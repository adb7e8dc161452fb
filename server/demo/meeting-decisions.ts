import type { HeldMeetingContent, MeetingStep } from '#db/seed/content/shape-held.ts'
import { castVote, closeBallot } from '../ballots/index.ts'
import * as decisions from '../decisions/index.ts'
import type { Cast } from './cast.ts'
import type { Timeline } from './timeline.ts'

export type Place = {
  story: Timeline
  cast: Cast
  meeting: HeldMeetingContent
  /** A minute of the meeting. */
  at(minute: number): Date
}
export type Doing<Does extends MeetingStep['does']> = Extract<MeetingStep, { does: Does }>
export type Then = (minute: number, run: () => Promise<unknown>) => void

type Deciding = Doing<'moves' | 'supports' | 'withdraws' | 'puts' | 'decides' | 'sets'>

/** What one step of a meeting decides: a motion on its way to a vote, a decision by consent, a task. */
export function liveDecision(place: Place, step: Deciding, then: Then): void {
  const { cast, meeting } = place
  const { ground } = cast
  const words = (key: string, text: string) => ({
    text,
    language: 'it' as const,
    clientId: cast.clientId(key),
  })
  switch (step.does) {
    case 'moves':
      return then(step.at, async () => {
        const { motionId } = await decisions.moveMotion(ground, cast.as(step.by), {
          ...words(step.key, step.text),
          meetingId: cast.id(meeting.key),
          seatId: cast.id(step.seat),
        })
        cast.keep(step.key, motionId)
      })
    case 'supports':
      return then(step.at, () =>
        decisions.supportMotion(ground, cast.as(step.by), {
          motionId: cast.id(step.motion),
          seatId: cast.id(step.seat),
        }),
      )
    case 'withdraws':
      return then(step.at, () =>
        decisions.withdrawMotion(ground, cast.as(step.by), { motionId: cast.id(step.motion) }),
      )
    case 'puts':
      return puts(place, step, then)
    case 'decides':
      return then(step.at, async () => {
        const { decisionId } = await decisions.recordDecision(ground, cast.as(meeting.chair), {
          ...words(step.key, step.text),
          meetingId: cast.id(meeting.key),
        })
        cast.keep(step.key, decisionId)
      })
    case 'sets':
      return sets(place, step, then)
  }
}

function puts({ cast, meeting }: Place, step: Doing<'puts'>, then: Then): void {
  const { ground } = cast
  const chair = cast.as(meeting.chair)
  const ballot = `${step.motion} ballot`
  then(step.at, async () => {
    const { ballotId, decisionId } = await decisions.putMotion(ground, chair, {
      motionId: cast.id(step.motion),
      quorum: step.quorumPercent,
      majority: 'simple',
      minutes: 15,
      clientId: cast.clientId(ballot),
    })
    cast.keep(ballot, ballotId)
    cast.keep(step.decision, decisionId)
  })
  step.votes.forEach(({ seat, by, choice, reason }, index) =>
    then(step.at + 1 + index / 4, () =>
      castVote(ground, cast.as(by), {
        ballotId: cast.id(ballot),
        unit: 'seat',
        seatId: cast.id(seat),
        choice,
        reason,
      }),
    ),
  )
  then(step.at + step.open, () => closeBallot(ground, chair, { ballotId: cast.id(ballot) }))
}

function sets({ story, cast, meeting }: Place, step: Doing<'sets'>, then: Then): void {
  const { ground } = cast
  const key = `${step.of} ${step.text}`
  then(step.at, async () => {
    const { taskId } = await decisions.setTask(ground, cast.as(meeting.chair), {
      meetingId: cast.id(meeting.key),
      ...(step.of.startsWith('item:') ? { itemId: cast.id(step.of) } : { decisionId: cast.id(step.of) }),
      text: step.text,
      language: 'it',
      ...(step.office.startsWith('org:')
        ? { organisationId: cast.id(step.office) }
        : { office: step.office }),
      dueOn: story.day(step.dueDay),
      reviewOn: step.reviewDay === undefined ? undefined : story.day(step.reviewDay),
      clientId: cast.clientId(key),
    })
    cast.keep(key, taskId)
  })
  const { report } = step
  if (!report) return
  story.add(story.moment(report.day, 120), `${report.by} reports on ${key}`, () =>
    decisions.reportTask(ground, cast.as(report.by), {
      taskId: cast.id(key),
      isDone: report.isDone ? 'yes' : 'no',
      note: report.note,
      language: 'it',
      clientId: cast.clientId(`report of ${key}`),
    }),
  )
}
