/** How many days after its close the seats may correct the minutes of a meeting. */
export const correctionDays = 7

export const minutesLimits = { says: 1500, shouldSay: 1500, reason: 1000 }

/** What a correction may be about: the meeting's own particulars, who was there, an item, or what came beside the agenda. */
export const minutesParts = ['meeting', 'presence', 'item', 'outside'] as const
export type MinutesPart = (typeof minutesParts)[number]

/** They write themselves while the meeting runs, may be corrected, wait for the next meeting, and are frozen. */
export const minutesStates = ['running', 'correcting', 'waiting', 'approved'] as const
export type MinutesState = (typeof minutesStates)[number]
