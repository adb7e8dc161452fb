import type { Language } from '../ground.ts'

/** As a mail says when a vote closes. */
export function hourIn(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'Europe/Rome',
  })
}
