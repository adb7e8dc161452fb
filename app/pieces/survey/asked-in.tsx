import { createContext } from 'react'

/** What a page of a survey knows about the form as a whole: what is wrong at each path, and what was typed and not kept. */
export interface AskedIn {
  errors: Record<string, string | undefined>
  typed: (name: string) => string | undefined
}

export const AskedInForm = createContext<AskedIn>({ errors: {}, typed: () => undefined })
