import { z } from 'zod'
import type { Said } from '../by-language.ts'
import { after, clientId, id, line, lines, list, moment, optional, wholeNumber } from '../fields.ts'
import { type Language, languages } from '../ground.ts'
import { writtenLanguages, type WrittenLanguage } from '../rooms/words.ts'
import { itemEndings, meetingLimits, type ItemEnding, type ItemState, type MeetingState } from './words.ts'

const asCalled = {
  titleIt: line(3, meetingLimits.title),
  titleEn: optional(line(3, meetingLimits.title)),
  titleFr: optional(line(3, meetingLimits.title)),
  titleAr: optional(line(3, meetingLimits.title)),
  startsAt: moment,
  endsAt: moment,
  place: optional(line(0, meetingLimits.place)),
  languages: list(z.enum(languages)),
  quorum: wholeNumber(0, 100),
  seatMinutes: optional(wholeNumber(1, meetingLimits.itemMinutes)),
  /** A box that was ticked sends `yes`. */
  showsNames: optional(z.literal('yes')),
}

export const CallMeeting = z.strictObject({ consultationId: id, ...asCalled, clientId })
export type CallMeeting = z.output<typeof CallMeeting>
export const EditMeeting = z.strictObject({ meetingId: id, ...asCalled })
export type EditMeeting = z.output<typeof EditMeeting>
export const CancelMeeting = z.strictObject({
  meetingId: id,
  reason: line(3, meetingLimits.cancelReason),
})
export const ShowCalendar = z.strictObject({ meetingId: id })
export const OpenMeeting = z.strictObject({ meetingId: id })
export const CloseMeeting = z.strictObject({
  meetingId: id,
  /** What becomes of the item that is running: it is closed as discussed, or waits for a later meeting. */
  running: optional(z.enum(['close', 'carry'])),
})

const item = { meetingId: id, itemId: id }
export const StartItem = z.strictObject(item)
export const PauseItem = z.strictObject(item)
export const ResumeItem = z.strictObject(item)
export const CloseItem = z.strictObject({
  ...item,
  endedAs: z.enum(itemEndings),
  outcome: optional(lines(0, meetingLimits.outcome)),
  clientId,
})

/** The need or the proposal an item is about, as a list of choices sends it: `need:…`. */
const subject = z
  .string()
  .regex(/^(?:need|proposal):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, 'not-valid')
  .transform((text) => {
    const [kind, id = ''] = text.split(':')
    return { kind: kind === 'need' ? ('need' as const) : ('proposal' as const), id }
  })
export type Subject = z.output<typeof subject>

const itemAsked = {
  /** May be left out where the item is about a need or a proposal: it then has that title. */
  title: optional(line(3, meetingLimits.itemTitle)),
  language: optional(z.enum(Object.keys(writtenLanguages) as [WrittenLanguage])),
  minutes: wholeNumber(1, meetingLimits.itemMinutes),
  about: optional(subject),
}
export const AddItem = z.strictObject({ meetingId: id, ...itemAsked, clientId })
export const EditItem = z.strictObject({ ...item, ...itemAsked })
export const RemoveItem = z.strictObject(item)
/** The place it is to have, so that the same move sent twice moves once. */
export const MoveItem = z.strictObject({ ...item, to: wholeNumber(1, meetingLimits.items) })
export const CarryItem = z.strictObject({ ...item, toMeetingId: optional(id) })
export const TakeCarriedItem = z.strictObject({ ...item, clientId })
export const ShowAgenda = z.strictObject({ meetingId: id })

const paperTitle = optional(line(3, meetingLimits.paperTitle))
const paperText = optional(lines(1, meetingLimits.paperText))
const paperLink = optional(z.string().max(meetingLimits.paperLink, 'too-long'))
const paperAsked = {
  titleIt: paperTitle,
  textIt: paperText,
  linkIt: paperLink,
  titleEn: paperTitle,
  textEn: paperText,
  linkEn: paperLink,
  titleFr: paperTitle,
  textFr: paperText,
  linkFr: paperLink,
  titleAr: paperTitle,
  textAr: paperText,
  linkAr: paperLink,
}
export const AddPaper = z.strictObject({ ...item, ...paperAsked, clientId })
export const EditPaper = z.strictObject({ ...item, paperId: id, ...paperAsked })
export const RemovePaper = z.strictObject({ ...item, paperId: id })
export const ShowPaper = z.strictObject({ ...item, paperId: id })
export type PaperAsked = Omit<z.output<typeof AddPaper>, 'meetingId' | 'itemId' | 'clientId'>
export type PaperText = { language: Language; title: string; text: string; link: string }

export type ReadySubject = { kind: 'need' | 'proposal'; id: string; title: string; language: string }
/** What the agenda may be made of: needs and proposals on no agenda yet, and items that wait to be taken over. */
export type ReadyItems = {
  needs: (ReadySubject & { supports: number })[]
  proposals: (ReadySubject & { number: number })[]
  carried: { itemId: string; title: string; language: string; minutes: number; fromNumber: number }[]
}

/** A paper by the languages it is in; one that was promised for this meeting and is not there is missing. */
export type AgendaPaper = {
  id: string
  titles: { language: Language; title: string }[]
  missing: Language[]
}

/** An item as everybody at the meeting sees it. Moments are ISO texts: it also goes through the live connection. */
export type AgendaItem = {
  id: string
  position: number
  title: string
  language: string
  minutes: number
  state: ItemState
  /** Since when its clock runs; null while it is paused or not running. */
  runningSince: string | null
  /** What its clock had counted when it last stopped. */
  spentSeconds: number
  closedAt: string | null
  endedAs: ItemEnding | null
  outcome: string
  outcomeLanguage: string | null
  /** The need or proposal it is about, while that may be read. */
  about: { kind: 'need' | 'proposal'; id: string; title: string; language: string } | null
  papers: AgendaPaper[]
  /** The meeting that took it over; null while it waits to be taken, and when it was not carried. */
  carriedTo: { meetingId: string; number: number } | null
}
export type Agenda = AgendaItem[]

export const ShowCalling = z.strictObject({ tableId: id })
export type CallingShown = { table: Said; consultations: { id: string; title: Said }[] }

export const ShowMeeting = z.strictObject({ meetingId: id })
export type AgendaItemRead = Omit<AgendaItem, 'papers'> & {
  papers: (AgendaPaper & { texts: PaperText[] })[]
}
export type MeetingShown = {
  id: string
  number: number
  title: Said
  state: MeetingState
  startsAt: Date
  endsAt: Date
  place: string
  roomId: string
  languages: Language[]
  quorum: number
  seatSeconds: number | null
  showsNames: boolean
  openedAt: Date | null
  closedAt: Date | null
  cancelReason: string
  isMembersOnly: boolean
  /** Whether the reader has a part in it: an office at the table, or a seat on that day. */
  isInvited: boolean
  table: { id: string; name: Said }
  consultation: { id: string; title: Said }
  agenda: AgendaItemRead[]
  /** Its own page, whole, as it is written on paper. */
  address: string
  qrCode: { size: number; path: string }
  may: { run: boolean; edit: boolean; editAgenda: boolean; open: boolean; close: boolean }
}

export const ListMeetings = z.strictObject({
  tableId: optional(id),
  consultationId: optional(id),
  /** Those the reader is called to. */
  mine: optional(z.literal('yes')),
  when: optional(z.enum(['coming', 'past'])),
  after,
})
export type MeetingListed = Pick<
  MeetingShown,
  'id' | 'number' | 'title' | 'state' | 'startsAt' | 'endsAt' | 'place' | 'table' | 'consultation'
> & { items: number }
export type MeetingsListed = { meetings: MeetingListed[]; next: string | null }

/** What the chair makes the agenda with. */
export type AgendaShown = {
  meeting: MeetingShown
  ready: ReadyItems
  /** The meetings to which an item may be put off. */
  later: { id: string; number: number; startsAt: Date }[]
}

export const ShowMeetingToEdit = z.strictObject({ meetingId: id })
/** A meeting as its form holds it; moments are as the clocks of Italy show them. */
export type MeetingToEdit = {
  id: string
  number: number
  table: { id: string; name: Said }
  values: Record<string, string>
  languages: Language[]
  showsNames: boolean
}
