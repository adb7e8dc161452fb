import type { DemoContent } from '#db/seed/content/demo-content.ts'
import type { ReportContent } from '#db/seed/content/shape.ts'
import { dismiss, hide, report } from '../moderation/index.ts'
import { postMessage } from '../rooms/index.ts'
import type { Cast } from './cast.ts'
import type { Timeline } from './timeline.ts'

/** People talk; some report, and the moderators decide. */
export function roomsIn(story: Timeline, cast: Cast, content: DemoContent): void {
  for (const room of content.rooms) {
    for (const message of room.messages) {
      story.add(story.moment(room.openedDay, message.minute), `${message.key} is said`, async () => {
        const organisation = content.organisations.find(
          ({ representatives, verification }) =>
            verification.state === 'verified' && representatives.includes(message.author),
        )
        const { id } = await postMessage(cast.ground, cast.as(message.author), {
          roomId: cast.id(`room of ${room.consultation}`),
          text: message.text,
          language: message.language,
          replyTo: message.replyTo && cast.id(message.replyTo),
          organisationId: organisation && cast.id(organisation.key),
          mentions: (message.calls ?? []).map((seat) => cast.id(seat)),
          clientId: cast.clientId(message.key),
        })
        cast.keep(message.key, id)
      })
    }
  }
  for (const reported of content.reports) reportIn(story, cast, content, reported)
}

// The content was written in a reader's words; these are the platform's.
const reasons = {
  'personal-data': 'personal-details',
  advertising: 'spam',
  insult: 'insult',
  'off-topic': 'off-topic',
  danger: 'danger',
  other: 'other',
} as const

function reportIn(story: Timeline, cast: Cast, content: DemoContent, reported: ReportContent): void {
  const subject = () => ({
    kind: reported.about.startsWith('need:') ? ('need' as const) : ('message' as const),
    subjectId: cast.id(reported.about),
  })
  const reason = reasons[reported.reason]
  const at =
    saidAt(story, content, reported) +
    ('minutes' in reported.after ? reported.after.minutes : reported.after.days * 1440) * 60_000
  story.add(new Date(at), `${reported.key} is made`, async () =>
    report(cast.ground, cast.as(reported.by), { ...subject(), reason, note: reported.words }),
  )
  const { decision } = reported
  if (!decision) return
  story.add(new Date(at + decision.afterMinutes * 60_000), `${reported.key} is decided`, async () =>
    decision.kind === 'hide'
      ? hide(cast.ground, cast.as(decision.by), { ...subject(), reason, note: decision.words })
      : dismiss(cast.ground, cast.as(decision.by), { ...subject(), note: decision.words }),
  )
}

function saidAt(story: Timeline, content: DemoContent, { about }: ReportContent): number {
  const need = content.needs.find((each) => each.key === about)
  // After the last minute at which the filling posts a need of that day.
  if (need) return story.moment(need.postedDay, 480).getTime()
  for (const room of content.rooms) {
    const message = room.messages.find((each) => each.key === about)
    if (message) return story.moment(room.openedDay, message.minute).getTime()
  }
  throw new Error(`A report is about ${about}, which the demo does not have`)
}
