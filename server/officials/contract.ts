import { z } from 'zod'
import { email, id } from '../fields.ts'

/** `coordinator`, or the ISTAT code of the region that the official answers for. */
const office = z.string('needed').regex(/^(coordinator|\d{2})$/, 'not-valid')

export const AppointOfficial = z.strictObject({ email, office })
export const EndOfficial = z.strictObject({ personId: id, office })
export const ListOfficials = z.strictObject({})

export type Official = {
  personId: string
  /** As they were named: whose address it is, is theirs to tell. */
  email: string
  office: string
  /** Null for a coordinator: all of them. */
  region: string | null
}
export type OfficialsListed = {
  /** `isYours`: whether the reader may take the office back. */
  officials: (Official & { isYours: boolean })[]
  /** Which offices the reader may give. */
  offices: Pick<Official, 'office' | 'region'>[]
}
