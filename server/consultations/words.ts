/** The phases of a consultation, in their order. */
export const phases = ['listen', 'discuss', 'propose', 'decide', 'answer', 'follow'] as const
export type Phase = (typeof phases)[number]

export const visibilities = ['public', 'members'] as const
export const participations = ['registered', 'organisations'] as const
export type Visibility = (typeof visibilities)[number]
export type Participation = (typeof participations)[number]

/** How a list of consultations is filtered: every open one, those in one phase, or the closed. */
export const stages = ['open', ...phases, 'closed'] as const
export type Stage = (typeof stages)[number]

export const consultationsOnPage = 20
/** Figures on a page are counted up to here and then said as "99 and more". */
export const figuresUpTo = 100
