import type { DemoContent } from '#db/seed/content/demo-content.ts'
import type { CorrectionContent, HeldMeetingContent } from '#db/seed/content/shape-held.ts'
import { sendApologies } from '../floor/index.ts'
import { addItem, callMeeting, closeMeeting, openMeeting } from '../meetings/index.ts'
import { askCorrection, settleCorrection } from '../minutes/index.ts'
import type { Cast } from './cast.ts'
import { liveStep } from './meeting-steps.ts'
import type { Timeline } from './timeline.ts'

/** A meeting of the evening begins eight hours after nine. */
const evening = 480

/** Meetings that were held: called, lived by the minute, closed, and their drafts corrected. */
export function heldMeetingsIn(story: Timeline, cast: Cast, content: DemoContent): void {
  for (const meeting of content.heldMeetings) {
    const { key, day, chair, minutes } = meeting
    const at = (minute: number) => story.moment(day, evening + minute)
    const run = { ground: cast.ground, as: cast.as(chair) }
    story.add(story.moment(meeting.calledDay, 60), `${key} is called`, () => called(story, cast, meeting))
    for (const { seat, by } of meeting.apologies)
      story.add(story.moment(day, 60), `${by} sends apologies`, () =>
        sendApologies(cast.ground, cast.as(by), { meetingId: cast.id(key), seatId: cast.id(seat) }),
      )
    story.add(at(0), `${key} opens`, () => openMeeting(run.ground, run.as, { meetingId: cast.id(key) }))
    for (const step of meeting.steps) liveStep({ story, cast, meeting, at }, step)
    story.add(at(minutes), `${key} closes`, () =>
      closeMeeting(run.ground, run.as, { meetingId: cast.id(key), running: 'carry' }),
    )
    meeting.corrections.forEach((correction, index) =>
      corrected(story, cast, meeting, correction, `correction of ${key} ${index + 1}`),
    )
  }
}

async function called(story: Timeline, cast: Cast, meeting: HeldMeetingContent): Promise<void> {
  const { key, day, minutes, title, place, quorumPercent } = meeting
  const chair = cast.as(meeting.chair)
  const { meetingId } = await callMeeting(cast.ground, chair, {
    consultationId: cast.id(meeting.consultation),
    titleIt: title.it,
    titleEn: title.en,
    titleFr: title.fr,
    titleAr: title.ar,
    startsAt: story.moment(day, evening).toISOString(),
    endsAt: story.moment(day, evening + minutes + 10).toISOString(),
    place,
    languages: ['it'],
    quorum: quorumPercent,
    clientId: cast.clientId(key),
  })
  cast.keep(key, meetingId)
  for (const item of meeting.items) {
    const { itemId } = await addItem(cast.ground, chair, {
      meetingId,
      title: item.title,
      language: 'it',
      minutes: item.minutes,
      about: item.about && `proposal:${cast.id(item.about)}`,
      clientId: cast.clientId(item.key),
    })
    cast.keep(item.key, itemId)
  }
}

function corrected(
  story: Timeline,
  cast: Cast,
  { key, chair }: HeldMeetingContent,
  correction: CorrectionContent,
  name: string,
): void {
  const { day, by, seat, item, answer, ...words } = correction
  story.add(story.moment(day, 200), `${name} is asked`, async () => {
    const { correctionId } = await askCorrection(cast.ground, cast.as(by), {
      says: words.says,
      shouldSay: words.shouldSay,
      language: words.language,
      meetingId: cast.id(key),
      seatId: cast.id(seat),
      part: item ? 'item' : 'presence',
      itemId: item && cast.id(item),
      clientId: cast.clientId(name),
    })
    cast.keep(name, correctionId)
  })
  if (!answer) return
  story.add(story.moment(answer.day, 300), `${name} is settled`, () =>
    settleCorrection(cast.ground, cast.as(chair), {
      correctionId: cast.id(name),
      isAccepted: answer.isAccepted ? 'yes' : 'no',
      reason: answer.reason,
    }),
  )
}
