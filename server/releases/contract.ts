import { z } from 'zod'
import type { Said } from '../by-language.ts'
import { after, id, line, list, optional, wholeNumber } from '../fields.ts'
import type { Texts } from '../surveys/contract.ts'
import type { SeveralGuarded } from './disclosure/several.ts'
import type { Released } from './disclosure/tables.ts'
import { exportFormats, exportValues, releaseLimits, severalColumns } from './words.ts'

const path = z.string('needed').min(1, 'needed').max(500, 'not-valid')
const language = optional(z.string().max(60, 'not-valid'))

/** `number` is that of the release to be made, as its reader saw it: a retry finds it made. */
export const PublishRelease = z.strictObject({ surveyId: id, number: wholeNumber(1, 1000) })
export const ShowResults = z.strictObject({ surveyId: id, number: optional(wholeNumber(1, 1000)) })
export const CiteFigure = z.strictObject({ surveyId: id, number: wholeNumber(1, 1000), question: path })
export const WithdrawFigure = z.strictObject({ surveyId: id, question: path })

export const ExportAnswers = z.strictObject({
  surveyId: id,
  format: z.enum(exportFormats),
  values: z.enum(exportValues),
  several: z.enum(severalColumns),
  language,
  /** Of a CSV, which is one sheet: the repeat whose turns it has. */
  part: optional(z.string().max(100, 'not-valid')),
})
export type ExportAnswers = z.output<typeof ExportAnswers>
export const ListExports = z.strictObject({ surveyId: id })

export const ReadTexts = z.strictObject({ surveyId: id, question: optional(path), after })
export const ShowText = z.strictObject({ surveyId: id, responseId: id, question: path })
export const AddTheme = z.strictObject({ surveyId: id, question: path, title: line(3, releaseLimits.theme) })
export const RemoveTheme = z.strictObject({ surveyId: id, themeId: id })
/** `themeId` are all themes that the text is to stand in. */
export const GroupText = z.strictObject({ surveyId: id, responseId: id, question: path, themeId: list(id) })
export const QuoteText = z.strictObject({ surveyId: id, responseId: id, question: path })
export const RemoveQuotation = z.strictObject({ surveyId: id, quotationId: id })

/** A question as a release tells it. */
export type QuestionTold = { question: string; label: Texts }
/** Categories that are told as one, by their names in the form, with their words; `''` is no answer. */
export type GroupTold = { names: string[]; labels: Texts[] }

/** One question: how many gave each answer, in steps of five; null is not told. */
export type Figure = QuestionTold & {
  is: 'single' | 'several'
  withheld: 'too-few' | 'all-alike' | 'not-safe' | null
  /** People of whom the shares are, and the number of the release that the figures are from. */
  base: number
  from: number
  groups: (GroupTold & { people: number | null; share: number | null })[]
}

/** Two questions against each other. */
export type Crossing = {
  rows: QuestionTold
  columns: QuestionTold
  withheld: Figure['withheld']
  from: number
  people: number
  rowGroups: (GroupTold & { people: number })[]
  columnGroups: (GroupTold & { people: number })[]
  cells: (number | null)[][]
}

/** Who took part beside a population: whole per cents of each, and how far they lie apart (0 alike, 100 nothing in common). */
export type Participation = {
  source: string
  questions: (QuestionTold & {
    base: number
    apart: number | null
    groups: (GroupTold & { share: number | null; population: number })[]
  })[]
}

export type ThemeTold = { question: string; title: string; responses: number }
export type QuotationTold = { question: string; text: string; language: string }

/** What everybody may know of the answers, from format 1. Once released it never changes. */
export type ReleaseContent = {
  format: 'tavolo-survey-1'
  survey: { id: string; title: string; definitionHash: string; languages: string[] }
  number: number
  releasedOn: string
  fewestShown: number
  people: number
  figures: Figure[]
  crossings: Crossing[]
  participation: Participation | null
  themes: ThemeTold[]
  quotations: QuotationTold[]
}

/** What the audit of a later release must know of this one, exactly. Never shown. */
export type ReleaseHidden = {
  people: number
  tables: Released[]
  several: { table: SeveralGuarded; isEarlier: boolean }[]
}

export type ReleaseListed = { number: number; releasedAt: Date; sha256: string }

export type ResultsShown = {
  survey: { id: string; title: string; isSensitive: boolean; languages: string[]; days: string[] }
  consultation: { id: string; title: Said }
  release: { content: ReleaseContent; sha256: string; releasedAt: Date } | null
  releases: ReleaseListed[]
  /** Questions of which a brief of the consultation shows the figure. */
  cited: string[]
  may: { lead: boolean; release: boolean; cite: boolean }
  /** Why there is no release today, for who leads the table. */
  waits: string | null
}

/** A cited figure as a brief says it. */
export type SurveyInBrief = {
  surveyId: string
  title: string
  number: number
  sha256: string
  people: number
  figures: Figure[]
}

export type ExportListed = {
  by: string
  exportedAt: Date
  responses: number
  shape: { format: string; values: string; several: string; language: string }
}

export type ExportsListed = {
  survey: { id: string; title: string; isApart: boolean; languages: string[] }
  /** Repeats, each a sheet of its own. */
  parts: string[]
  exports: ExportListed[]
  waits: string | null
}

export type TextRead = {
  responseId: string
  text: string
  language: string
  isQuotable: boolean
  isQuoted: boolean
  themes: string[]
}
export type ThemeRead = { id: string; title: string; responses: number }

export type TextsRead = {
  survey: { id: string; title: string }
  questions: QuestionTold[]
  /** The one that is read; null where none is chosen or may be read. */
  question: QuestionTold | null
  texts: TextRead[]
  older: string | null
  themes: ThemeRead[]
  quotations: { id: string; text: string; language: string }[]
  fewestShown: number
  waits: string | null
}
