import { createContext } from 'react'

/** The translations that travel with a page that hydrates, as the JSON that is in the page. */
export const WordsSent = createContext('')
