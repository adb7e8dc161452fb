import { createContext } from 'react'

/** What a page of a survey knows about the form as a whole: what is wrong at each path, and what was typed and not kept. */
export interface AskedIn {
  errors: Record<string, string | undefined>
  typed: (name: string) => string | undefined
}

export const AskedInForm = createContext<AskedIn>({ errors: {}, typed: () => undefined })

/** The language of a form, for its own words. Ours, among them, say their own. */
export interface FormTongue {
  code: string
  direction: 'ltr' | 'rtl'
}
