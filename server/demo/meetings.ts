import type { DemoContent } from '#db/seed/content/demo-content.ts'
import type { MeetingContent } from '#db/seed/content/shape.ts'
import { addItem, addPaper, callMeeting } from '../meetings/index.ts'
import type { Cast } from './cast.ts'
import type { Timeline } from './timeline.ts'

/** Meetings to come: called, with an agenda and the papers that are ready. */
export function meetingsIn(story: Timeline, cast: Cast, content: DemoContent): void {
  for (const meeting of content.meetings)
    story.add(story.moment(meeting.calledDay, 90), `${meeting.key} is called`, () =>
      called(story, cast, meeting),
    )
}

async function called(story: Timeline, cast: Cast, meeting: MeetingContent): Promise<void> {
  const { ground } = cast
  const { key, title, place, languages, seatMinutes } = meeting
  const chair = cast.as(meeting.calledBy)
  const { meetingId } = await callMeeting(ground, chair, {
    consultationId: cast.id(meeting.consultation),
    titleIt: title.it,
    titleEn: title.en,
    titleFr: title.fr,
    titleAr: title.ar,
    startsAt: story.moment(meeting.day, 480).toISOString(),
    endsAt: story.moment(meeting.day, 480 + meeting.minutes).toISOString(),
    place,
    languages,
    quorum: meeting.quorumPercent,
    seatMinutes,
    clientId: cast.clientId(key),
  })
  cast.keep(key, meetingId)
  for (const [index, item] of meeting.items.entries()) {
    const itemKey = `${key} ${index + 1}`
    const { itemId } = await addItem(ground, chair, {
      meetingId,
      title: item.title,
      language: 'it',
      minutes: item.minutes,
      about: item.about && `${item.about.split(':')[0]}:${cast.id(item.about)}`,
      clientId: cast.clientId(itemKey),
    })
    for (const [place, { it, en, fr, ar }] of item.papers.entries())
      await addPaper(ground, chair, {
        meetingId,
        itemId,
        titleIt: it?.title,
        textIt: it?.text,
        titleEn: en?.title,
        textEn: en?.text,
        titleFr: fr?.title,
        textFr: fr?.text,
        titleAr: ar?.title,
        textAr: ar?.text,
        clientId: cast.clientId(`${itemKey} ${place + 1}`),
      })
  }
}
