import { createContext } from 'react'

/** Where a page's heading tells its words, so that the window's title is always the page's own heading. */
export const PageTitle = createContext<(title: string) => void>(() => {})
