/** How a person whose answers somebody else types in has agreed to it. */
export const consents = ['spoken', 'signed', 'paper'] as const

/** What a button of a page asks for. `stay` draws the page anew with what was typed. */
export const moves = ['next', 'back', 'save', 'stay', 'review'] as const
export type Move = (typeof moves)[number]

export const responseLimits = {
  text: 5_000,
  /** Fields of one page, and of a whole form that waited offline. */
  fields: 4_000,
  turns: 100,
}

/** So many choices one looks through; more are opened as a list. */
export const mostOpenChoices = 15

/** Begun and left lying; sent, after the survey has closed. */
export const begunKeptDays = 30
export const sentKeptDays = 60
/** For how long a device that typed in another person's answers goes on with them. */
export const onBehalfMinutes = 30
/** Roll and answers of surveys that keep them apart are written anew so often. */
export const shuffleMinutes = 15

/** The cookie that holds which response a device is filling in; it goes to one survey's pages only. */
export const respondingCookie = 'responding'
/** The cookie that counts how often a device has answered by the open link. */
export const answeredCookie = 'answered'
