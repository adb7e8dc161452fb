export const organisationKinds = [
  'association',
  'third-sector',
  'public-body',
  'school',
  'health-body',
  'employer',
  'union',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export const organisationRoles = ['representative', 'member'] as const
export type OrganisationRole = (typeof organisationRoles)[number]
export type OrganisationState = 'pending' | 'verified' | 'rejected'

/** The languages an organisation can say it works in; their names come from the reader's own locale. */
export const spokenLanguages = [
  'it',
  'en',
  'fr',
  'ar',
  'es',
  'pt',
  'ro',
  'sq',
  'uk',
  'ru',
  'pl',
  'zh',
  'bn',
  'hi',
  'ur',
  'pa',
  'ta',
  'si',
  'fil',
  'fa',
  'ps',
  'tr',
  'ku',
  'so',
  'ti',
  'am',
  'wo',
  'ff',
  'bm',
  'ha',
  'yo',
  'ig',
  'sw',
] as const

export const invitationDays = 14
/** For how long it is kept once it was accepted, taken back or ran out. */
export const invitationKeptDays = 30
export const organisationsOnPage = 20
