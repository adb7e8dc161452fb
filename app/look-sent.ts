import { createContext } from 'react'

export type Look = { first: string; rest: string }

/**
 * The style sheet that travels inside a page whose words are to be read first: what its top needs, and the rest. Empty
 * where the page links to a sheet.
 */
export const LookSent = createContext<Look>({ first: '', rest: '' })
