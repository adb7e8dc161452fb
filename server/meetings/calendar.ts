import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Settings } from '../env.ts'
import type { Language } from '../ground.ts'
import type { MeetingTold } from './records-invited.ts'
import { inWords } from './in-words.ts'

type For = { settings: Settings; language: Language; now: Date }

/** What anybody who reads the meeting's page may put into a calendar. */
export function publishedCalendar(meeting: MeetingTold, to: For): string {
  return calendarOf(meeting, to, ICalCalendarMethod.PUBLISH)
}

/** The same for one who is called: their calendar changes it, or takes it out, when the meeting changes. */
export function invitingCalendar(meeting: MeetingTold, to: For & { email: string }) {
  const method = meeting.state === 'cancelled' ? ('CANCEL' as const) : ('REQUEST' as const)
  return { method, file: calendarOf(meeting, to, ICalCalendarMethod[method]) }
}

/** Its summary names nothing: calendars show it on locked screens. Whoever opens it is led to the page. */
function calendarOf(
  meeting: MeetingTold,
  { settings, language, now, email }: For & { email?: string },
  method: ICalCalendarMethod,
): string {
  const words = inWords(meeting, language)
  const url = addressOf(meeting.id, settings)
  const calendar = ical({ prodId: { company: 'Tavolo', product: 'Tavolo', language: 'IT' }, method })
  const event = calendar.createEvent({
    id: `meeting-${meeting.id}@${settings.publicUrl.hostname}`,
    sequence: meeting.revision,
    stamp: now,
    start: meeting.startsAt,
    end: meeting.endsAt,
    summary: words.summary,
    location: meeting.place || settings.publicUrl.origin,
    description: [...words.title, words.see, url].join('\n'),
    url,
    status: meeting.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: sender(settings.mailFrom),
  })
  // Apologies are told on the platform, where the table sees them: no answer is asked of the mail reader.
  if (email) event.createAttendee({ email, rsvp: false, status: ICalAttendeeStatus.NEEDSACTION })
  return `${calendar.toString()}\r\n`
}

export function addressOf(meetingId: string, { publicUrl }: Settings): string {
  return `${publicUrl.origin}/meetings/${meetingId}`
}

/** `Tavolo <no-reply@…>` as a name and an address. */
function sender(from: string): { name: string; email: string } {
  const [, name = '', email = ''] = /^([^<]*)<([^>]+)>$/.exec(from) ?? ['', '', from]
  return { name: name.replace(/["\\]/g, '').trim() || 'Tavolo', email: email.trim() }
}
