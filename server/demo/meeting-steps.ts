import type { MeetingStep } from '#db/seed/content/shape-held.ts'
import { answerCheck, closeCheck, openCheck } from '../checks/index.ts'
import { takeUpMessage } from '../decisions/index.ts'
import { giveFloor, leavePlace, raiseHand, takeFloor, takePlace } from '../floor/index.ts'
import { closeItem, startItem } from '../meetings/index.ts'
import { approveMinutes } from '../minutes/index.ts'
import { postMessage } from '../rooms/index.ts'
import { liveDecision, type Doing, type Place, type Then } from './meeting-decisions.ts'

/** Adds to the story what one step of a meeting does, each act at its own moment. */
export function liveStep(place: Place, step: MeetingStep): void {
  const { cast, meeting } = place
  const { ground } = cast
  const chair = cast.as(meeting.chair)
  const here = () => ({ meetingId: cast.id(meeting.key) })
  const then = (minute: number, run: () => Promise<unknown>) =>
    place.story.add(place.at(minute), `${meeting.key}: somebody ${step.does} at ${step.at}`, run)
  switch (step.does) {
    case 'comes':
      return then(step.at, () =>
        takePlace(ground, cast.as(step.by), { ...here(), seatId: cast.id(step.seat), part: step.part }),
      )
    case 'leaves':
      return then(step.at, () =>
        leavePlace(ground, cast.as(step.by), { ...here(), seatId: cast.id(step.seat) }),
      )
    case 'starts':
      return then(step.at, () => startItem(ground, chair, { ...here(), itemId: cast.id(step.item) }))
    case 'closes':
      return then(step.at, () =>
        closeItem(ground, chair, {
          ...here(),
          itemId: cast.id(step.item),
          endedAs: step.endedAs,
          outcome: step.outcome,
          clientId: cast.clientId(`${step.item} closes`),
        }),
      )
    case 'approves':
      return then(step.at, () =>
        approveMinutes(ground, chair, {
          meetingId: cast.id(step.minutesOf),
          inMeetingId: cast.id(meeting.key),
        }),
      )
    case 'speaks':
      return speaks(place, step, then)
    case 'says':
      return then(step.at, () => says(place, step))
    case 'checks':
      return checks(place, step, then)
    case 'moves':
    case 'supports':
    case 'withdraws':
    case 'puts':
    case 'decides':
    case 'sets':
      return liveDecision(place, step, then)
  }
}

function speaks({ cast, meeting }: Place, { at, seat, by, seconds }: Doing<'speaks'>, then: Then): void {
  const { ground } = cast
  const chair = cast.as(meeting.chair)
  const turn = `${meeting.key} turn ${at}`
  then(at, async () => {
    const asked = { meetingId: cast.id(meeting.key), seatId: cast.id(seat) }
    await raiseHand(ground, cast.as(by), { ...asked, kind: 'speak', clientId: cast.clientId(turn) })
    cast.keep(turn, (await giveFloor(ground, chair, asked)).turnId)
  })
  then(at + seconds / 60, () =>
    takeFloor(ground, chair, { meetingId: cast.id(meeting.key), turnId: cast.id(turn) }),
  )
}

async function says({ cast, meeting }: Place, step: Doing<'says'>): Promise<void> {
  const { ground } = cast
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a room's message, not a window's
  const { id } = await postMessage(ground, cast.as(step.by), {
    roomId: cast.id(`room of ${meeting.consultation}`),
    text: step.text,
    language: step.language,
    organisationId: cast.id(step.organisation),
    clientId: cast.clientId(step.key),
  })
  cast.keep(step.key, id)
  const taken = { meetingId: cast.id(meeting.key), messageId: id }
  await takeUpMessage(ground, cast.as(step.takenUpBy), taken)
}

function checks({ cast, meeting }: Place, { at, question, answers }: Doing<'checks'>, then: Then): void {
  const { ground } = cast
  const chair = cast.as(meeting.chair)
  const key = `${meeting.key} check ${at}`
  const here = () => ({ meetingId: cast.id(meeting.key), checkId: cast.id(key) })
  then(at, async () => {
    const { checkId } = await openCheck(ground, chair, {
      meetingId: cast.id(meeting.key),
      kind: 'temperature',
      unit: 'seat',
      question,
      language: 'it',
      options: [],
      seconds: 120,
      clientId: cast.clientId(key),
    })
    cast.keep(key, checkId)
  })
  for (const { seat, by, choice } of answers)
    then(at + 0.5, () => answerCheck(ground, cast.as(by), { ...here(), seatId: cast.id(seat), choice }))
  then(at + 1.5, () => closeCheck(ground, chair, here()))
}
