import { z } from 'zod'
import type { Said } from '../by-language.ts'
import { clientId, day, email, id, line, lines, optional } from '../fields.ts'
import { territoryCode } from '../territories/contract.ts'
import { type MandatePart, type Office, offices, type SeatKind, seatKinds } from './words.ts'

export const FoundTable = z.strictObject({
  nameIt: line(5, 120),
  nameEn: optional(line(5, 120)),
  nameFr: optional(line(5, 120)),
  nameAr: optional(line(5, 120)),
  purposeIt: optional(lines(10, 800)),
  purposeEn: optional(lines(10, 800)),
  purposeFr: optional(lines(10, 800)),
  purposeAr: optional(lines(10, 800)),
  /** None for an interregional table. */
  territoryCode: optional(territoryCode),
  clientId,
})

export const AppointOfficer = z.strictObject({ tableId: id, email, office: z.enum(offices) })
export const EndOfficer = z.strictObject({ tableId: id, personId: id, office: z.enum(offices) })

const act = { actNumber: line(1, 60), actDate: day }

export const AppointSeat = z.strictObject({
  tableId: id,
  organisationId: id,
  kind: z.enum(seatKinds),
  ...act,
  startsOn: day,
  endsOn: optional(day),
  holderId: optional(id),
  alternateId: optional(id),
  clientId,
})

const named = { seatId: id, personId: id, ...act, startsOn: day, endsOn: optional(day) }
export const NameHolder = z.strictObject(named)
export const NameAlternate = z.strictObject(named)
export const EndSeat = z.strictObject({ seatId: id, endsOn: day, reason: line(3, 300) })

export const ShowTable = z.strictObject({ tableId: id, on: optional(day) })
export const ListTables = z.strictObject({ territory: optional(territoryCode) })
export const ListSeatHistory = z.strictObject({ seatId: id })
export const ShowAppointing = z.strictObject({ tableId: id, organisationId: optional(id) })
export const ShowFounding = z.strictObject({})
export const ShowOfficers = z.strictObject({ tableId: id })

export type Filling = { name: string; endsOn: string | null }

export type SeatShown = {
  id: string
  kind: SeatKind
  organisationId: string
  organisation: string
  holder: Filling | null
  alternate: Filling | null
  /** Who filled it until an hour of the day that is shown. */
  before: { name: string; part: MandatePart; until: string }[]
  actNumber: string
  actDate: string
  startsOn: string
  endsOn: string | null
  /** The moment it ended, where that was in the course of the day that is shown. */
  endedAt: string | null
  /** Within the days of `endingSoonDays`, the seat's or its holder's term. */
  isEndingSoon: boolean
}

export type TableShown = {
  id: string
  name: Said
  purpose: Said
  territoryCode: string | null
  territory: string | null
  /** The day that is shown, and the one that is today. */
  on: string
  today: string
  officers: { personId: string; name: string; office: Office }[]
  seats: SeatShown[]
  consultations: { id: string; title: Said; phase: string | null; closedAt: Date | null }[]
  may: { appointSeat: boolean; openConsultation: boolean; appointOfficer: boolean }
}

export type TableListed = {
  id: string
  name: Said
  territoryCode: string | null
  territory: string | null
  regionCode: string | null
  region: string | null
  seats: { id: string; kind: SeatKind; holder: string | null; endsOn: string | null }[]
}

export type SeatHistory = {
  id: string
  table: { id: string; name: Said }
  organisation: { id: string; name: string }
  kind: SeatKind
  actNumber: string
  actDate: string
  startsOn: string
  endsOn: string | null
  endedAt: Date | null
  endReason: string | null
  isInForce: boolean
  /** The newest first. */
  mandates: {
    id: string
    part: MandatePart
    name: string
    actNumber: string
    actDate: string
    startsOn: string
    endsOn: string | null
    endedAt: string | null
    endReason: string | null
    isInForce: boolean
  }[]
  today: string
  may: { name: boolean; end: boolean }
  /** Who can be named: the organisation's members, shown to whoever may name. */
  people: { id: string; name: string }[]
}

export type AppointingShown = {
  table: Said
  today: string
  organisations: { id: string; name: string }[]
  /** Members of the organisation that was chosen. */
  people: { id: string; name: string }[]
}

export type OfficersShown = {
  table: Said
  officers: { personId: string; name: string; office: Office; since: Date }[]
  /** Which offices this person may give and take. */
  offices: Office[]
}
