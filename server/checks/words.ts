/** A temperature check has its own three answers; a question brings its own. */
export const checkKinds = ['temperature', 'question'] as const
export type CheckKind = (typeof checkKinds)[number]

/** Who answers once: each seat that is present, or each person who takes part. */
export const checkUnits = ['seat', 'person'] as const
export type CheckUnit = (typeof checkUnits)[number]

export const temperatures = ['agree', 'unsure', 'concerned'] as const

export const checkLimits = { question: 200, option: 80, options: 6 }

/** For how many seconds a check may be open. */
export const checkSeconds = [30, 60, 120, 300, 600] as const

/** Fewer people than this are not counted in public. */
export const fewestPeople = 5
