import type { PersonKey } from './shape.ts'

export type StatementContent = {
  text: string
  language: string
  by: PersonKey
  /** The share that agrees, of those who work in the fields or stand by them, and of those in offices and firms. */
  fields: number
  offices: number
}

export type StatementsContent = {
  consultation: string
  by: PersonKey
  moderator: PersonKey
  openedDay: number
  statements: StatementContent[]
  meta: { text: string; language: string; by: PersonKey }
  rejected: { text: string; language: string; by: PersonKey; reason: string }
  waiting: { text: string; language: string; by: PersonKey }
  offices: PersonKey[]
  silent: PersonKey[]
}
