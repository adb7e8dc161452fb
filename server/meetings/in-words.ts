import { saidIn } from '../by-language.ts'
import type { Language } from '../ground.ts'
import { withoutAddresses } from '../mails/index.ts'
import { sentencesIn } from '../sentences.ts'
import type { MeetingTold } from './records-invited.ts'

const sentences = sentencesIn('server/meetings/texts')

/** A meeting as mails and calendars say it. The title of a members-only one stays inside: a mailbox may be read by others. */
export function inWords(meeting: MeetingTold, language: Language) {
  const i18n = sentences(language)
  const { day, hour } = clockIn(language)
  const summary = i18n._('number', { number: meeting.number })
  const title = meeting.isMembersOnly ? [] : [`«${withoutAddresses(saidIn(meeting.title, language).text)}»`]
  return {
    summary,
    title,
    see: i18n._('see'),
    details: [
      summary,
      ...title,
      i18n._('when', {
        day: day.format(meeting.startsAt),
        from: hour.format(meeting.startsAt),
        to: hour.format(meeting.endsAt),
      }),
      meeting.place ? i18n._('place', { place: withoutAddresses(meeting.place) }) : i18n._('place-here'),
      ...(meeting.cancelReason
        ? [i18n._('meeting-reason', { reason: withoutAddresses(meeting.cancelReason) })]
        : []),
    ],
  }
}

type Clock = { day: Intl.DateTimeFormat; hour: Intl.DateTimeFormat }
const clocks = new Map<Language, Clock>()

function clockIn(language: Language): Clock {
  const locale = `${language}-u-ca-gregory-nu-latn`
  const made = clocks.get(language) ?? {
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'Europe/Rome' }),
    hour: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Rome' }),
  }
  clocks.set(language, made)
  return made
}
