/** The phases of a consultation, in their order. */
export const phases = ['listen', 'discuss', 'propose', 'decide', 'answer', 'follow'] as const
export type Phase = (typeof phases)[number]

export const visibilities = ['public', 'members'] as const
export const participations = ['registered', 'organisations'] as const
export type Visibility = (typeof visibilities)[number]
export type Participation = (typeof participations)[number]
