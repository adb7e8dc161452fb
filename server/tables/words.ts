export const offices = ['chair', 'secretary', 'moderator'] as const
export type Office = (typeof offices)[number]

export const seatKinds = ['voting', 'consultative', 'observer'] as const
export type SeatKind = (typeof seatKinds)[number]

export const mandateParts = ['holder', 'alternate'] as const
export type MandatePart = (typeof mandateParts)[number]

/** A mandate with no more than these days left is said to end soon. */
export const endingSoonDays = 60
