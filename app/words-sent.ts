import { createContext } from 'react'

/** Where the words of a page that hydrates are; empty for one that does not. */
export const WordsSent = createContext('')
