export const territoryLevels = ['region', 'province', 'municipality'] as const
export type TerritoryLevel = (typeof territoryLevels)[number]

/** The regions of the programme by ISTAT code: Sicilia leads, the others follow by name. */
export const programmeRegions = ['19', '17', '18', '15', '16'] as const

/** Who must be named wherever the outlines are drawn, as their licence asks. */
export const boundariesCredit = 'ISTAT, openpolis (CC BY 4.0)'

/** How many municipalities a search answers at most. */
export const municipalitiesFound = 20
