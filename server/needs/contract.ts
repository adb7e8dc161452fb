import { z } from 'zod'
import type { Said } from '../by-language.ts'
import type { Phase } from '../consultations/words.ts'
import { WrittenDocument, type RichDocument } from '../documents/contract.ts'
import { after, clientId, id, line, lines, list, optional } from '../fields.ts'
import type { ReportReason } from '../moderation/words.ts'
import { territoryCode } from '../territories/contract.ts'
import { areas, concerns, needLanguages, needLimits, needSorts, urgencies } from './words.ts'
import type { Area, Concern, StoryStep, Urgency } from './words.ts'

const month = z.string().regex(/^(19[5-9]|20\d)\d-(0[1-9]|1[0-2])$/, 'not-a-month')

/** Where: a code, or a region and the name of a place in it as a person types it. */
const where = {
  regionCode: optional(territoryCode),
  place: optional(line(0, 80)),
  territoryCode: optional(territoryCode),
}

/** What a person writes in the form of a need. */
const written = {
  ...WrittenDocument.shape,
  ...where,
  title: line(5, needLimits.title),
  language: z.enum(needLanguages),
  areas: list(z.enum(areas)).pipe(z.array(z.enum(areas)).min(1, 'needed')),
  concerns: list(z.enum(concerns)).pipe(z.array(z.enum(concerns)).min(1, 'needed')),
  urgency: z.enum(urgencies),
  since: optional(month),
  tried: optional(lines(0, needLimits.tried)),
}
export type Written = z.output<z.ZodObject<typeof written>>

export const PostNeed = z.strictObject({
  ...written,
  consultationId: id,
  organisationId: optional(id),
  /** The survey in whose answers an officer found it. */
  surveyId: optional(id),
  clientId,
})

export const EditNeed = z.strictObject({ ...written, needId: id })

/** A form as far as it was typed: only its size and its words of a closed list are judged. */
export const SaveNeedDraft = z.strictObject({
  ...WrittenDocument.shape,
  consultationId: id,
  clientId: z.guid('not-valid'),
  organisationId: optional(id),
  title: optional(line(0, needLimits.title)),
  language: optional(z.enum(needLanguages)),
  ...where,
  areas: list(z.enum(areas)),
  concerns: list(z.enum(concerns)),
  urgency: optional(z.enum(urgencies)),
  since: optional(z.string().max(20, 'too-long')),
  tried: optional(lines(0, needLimits.tried)),
})
export const DropNeedDraft = z.strictObject({ clientId: z.guid('not-valid') })

export const WithdrawNeed = z.strictObject({ needId: id })
export const MarkNeedRead = z.strictObject({ needId: id })
/** Given and withdrawn alike: as the organisation named, or as oneself. */
export const SupportNeed = z.strictObject({ needId: id, organisationId: optional(id) })

export const ListNeeds = z.strictObject({
  consultation: optional(id),
  region: optional(territoryCode),
  province: optional(territoryCode),
  municipality: optional(territoryCode),
  area: optional(z.enum(areas)),
  concern: optional(z.enum(concerns)),
  urgency: optional(z.enum(urgencies)),
  language: optional(z.enum(needLanguages)),
  organisation: optional(id),
  q: optional(line(0, needLimits.search)),
  sort: optional(z.enum(needSorts)),
  after,
})
export type NeedFilters = z.output<typeof ListNeeds>

export const ShowNeed = z.strictObject({ needId: id })
export const NeedStory = z.strictObject({ needId: id })
export const SimilarNeeds = z.strictObject({
  consultationId: id,
  title: line(1, needLimits.title),
  text: optional(z.string().max(64 * 1024, 'too-long')),
})
export const FindPlace = z.strictObject({ regionCode: territoryCode, place: line(1, 80) })
export const ShowNeedForm = z.strictObject({ consultationId: id, draft: optional(z.guid('not-valid')) })
export const ShowNeedToEdit = z.strictObject({ needId: id })
export const ListMyNeeds = z.strictObject({ after })

/** A need that an act works on, locked; this person may see its consultation. */
export type NeedHeld = {
  id: string
  consultationId: string
  tableId: string
  authorId: string
  organisationId: string | null
  state: 'posted' | 'withdrawn'
  title: string
  language: string
  readAt: Date | null
  hiddenAt: Date | null
  isGrouped: boolean
  /** The consultation's. */
  closedAt: Date | null
  phase: Phase | null
}

/** A name and the id to reach it by. */
export type Named = { id: string; name: string }

/** What everyone may know of a need. Moments are ISO text, as the screen and the API hand them on. */
export type NeedCore = {
  id: string
  consultationId: string
  /** A hidden or withdrawn need keeps its words for its author alone. */
  state: 'posted' | 'hidden' | 'withdrawn'
  isMine: boolean
  title: string | null
  language: string
  organisation: Named | null
  /** The person's name, where they speak for themself. */
  author: string | null
  territory: { code: string; name: string }
  areas: Area[]
  urgency: Urgency
  postedAt: string
  /** Organisations, and people once they are at least five. */
  supports: number
}

export type NeedListed = NeedCore & { consultation: Said; excerpt: string | null }

export type NeedsListed = {
  needs: NeedListed[]
  /** Where the next page begins. */
  next: string | null
  /** How many there are, up to one more than `countedUpTo`; null where they were not counted. */
  count: number | null
  /** The names behind the ids that were asked for. */
  asked: { consultation: Said | null; organisation: string | null; municipality: string | null }
  regions: { code: string; name: string }[]
  /** Of the region that was asked for. */
  provinces: { code: string; name: string }[]
}

export type NeedShown = NeedCore & {
  consultation: Said
  tableId: string
  document: RichDocument | null
  /** In whose answers it was found; never whose answer. */
  survey: { id: string; title: string } | null
  concerns: Concern[]
  since: string | null
  tried: string | null
  province: string | null
  region: string
  editedAt: string | null
  /** Why a moderator hid it, told to its author alone. */
  hiddenFor: { reason: ReportReason | null; note: string } | null
  supporters: {
    organisations: Named[]
    /** Null while fewer than five. */
    people: number | null
  }
  /** The proposals that stand on it; those still being written only for who writes them. */
  proposals: { id: string; number: number; title: string; language: string }[]
  may: {
    edit: boolean
    withdraw: boolean
    markRead: boolean
    report: boolean
    follow: boolean
    support: boolean
  }
  iFollow: boolean
  iSupport: boolean
  /** My organisations, and whether each supports it. */
  mine: (Named & { supports: boolean })[]
}

export type SimilarNeed = {
  id: string
  title: string
  language: string
  excerpt: string
  supports: number
  organisation: string | null
  territory: string
  isSameConsultation: boolean
}

export type Happening = {
  step: StoryStep
  at: string
  /** Who did it, where that is public. */
  who: string | null
  proposal: { id: string; number: number; title: string; language: string } | null
  outcome: string | null
}

/** A place that a typed name may mean. */
export type PlaceFound = { code: string; name: string; level: 'province' | 'municipality'; province: string }

export type NeedChecked = { similar: SimilarNeed[] }

export type NeedDraftFields = Omit<
  z.output<typeof SaveNeedDraft>,
  'consultationId' | 'clientId' | 'document' | 'text'
> & {
  document?: RichDocument
}

export type NeedForm = {
  consultation: Said & { id: string; participation: 'organisations' | 'registered' }
  /** Why a need cannot be posted here now. */
  closed: string | null
  organisations: Named[]
  regions: { code: string; name: string }[]
  regionCode: string | null
  clientId: string
  draft: NeedDraftFields | null
}

export type NeedToEdit = {
  id: string
  consultation: Said & { id: string }
  regions: { code: string; name: string }[]
  fields: {
    title: string
    document: RichDocument
    language: string
    regionCode: string
    place: string
    territoryCode: string
    areas: string[]
    concerns: string[]
    urgency: string
    since: string
    tried: string
  }
}

export type MyNeeds = {
  drafts: {
    clientId: string
    consultation: Said & { id: string }
    title: string
    language: string
    keptAt: string
  }[]
  needs: NeedListed[]
  next: string | null
}
