import type { PersonKey } from './shape.ts'

export type StatementContent = {
  text: string
  language: string
  by: PersonKey
  /** The share that agrees, of those who work in the fields or stand by them, and of those in offices and firms. */
  fields: number
  offices: number
  /** What it is taken up from. */
  need?: string
  message?: string
}

export type StatementsContent = {
  consultation: string
  by: PersonKey
  moderator: PersonKey
  openedDay: number
  statements: StatementContent[]
  /** The proposals that stand on one, from some day on. */
  cited: { text: string; proposal: string; by: PersonKey; day: number }[]
  meta: { text: string; language: string; by: PersonKey }
  rejected: { text: string; language: string; by: PersonKey; reason: string }
  waiting: { text: string; language: string; by: PersonKey }
  offices: PersonKey[]
  silent: PersonKey[]
}
