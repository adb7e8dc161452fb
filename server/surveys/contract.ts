import { z } from 'zod'
import type { Said } from '../by-language.ts'
import { clientId, day, id, line, lines, list, moment, optional, wholeNumber } from '../fields.ts'
import type { Tree } from './expressions/tree.ts'
import { accesses, formLanguages, itemTypes, surveyLimits, templates } from './words.ts'
import type { Access, SheetReason, SurveyState } from './words.ts'

/** Words in the languages of the form, by the language as the sheet names it (`Italiano (it)`); `''` where it names none. */
export type Texts = Record<string, string>

/** An expression as its author wrote it, and the tree that is worked out. */
export type Expression = { source: string; tree: Tree }

export type QuestionType =
  | 'select_one'
  | 'select_multiple'
  | 'rank'
  | 'text'
  | 'integer'
  | 'decimal'
  | 'range'
  | 'date'
  | 'time'
  | 'dateTime'
  | 'note'
  | 'acknowledge'
  | 'image'
  | 'audio'
  | 'file'
  | 'geopoint'
  | 'calculate'
  | 'hidden'

/** What a question, a group and a repeat have alike. `more` keeps the columns that are not used here, to be written back. */
type Asked = {
  row: number
  name: string
  label: Texts
  hint: Texts
  appearance: string[]
  relevant?: Expression
  more: Record<string, string>
}

export type Question = Asked & {
  is: 'question'
  type: QuestionType
  list?: string
  /** `or_other`: a choice more, and a text for it. */
  other?: true
  guidanceHint: Texts
  required?: Expression
  requiredMessage: Texts
  constraint?: Expression
  constraintMessage: Texts
  calculation?: Expression
  choiceFilter?: Expression
  /** What stands there at first: a value, or what an expression comes to. */
  default?: { value: string } | Expression
  readOnly?: Expression
  parameters: Record<string, string>
}

export type Group = Asked & { is: 'group'; items: Item[] }
export type Repeat = Asked & { is: 'repeat'; repeatCount?: Expression; items: Item[] }
/** A row that is kept and written back, but asks nothing here (`start`, `deviceid`…). */
export type Unasked = Asked & { is: 'unasked'; type: string }
export type Item = Question | Group | Repeat | Unasked

/** `more` has the columns beside name and label, by which choices are filtered. */
export type Choice = { row: number; name: string; label: Texts; more: Record<string, string> }

export type FormDefinition = {
  languages: string[]
  settings: Record<string, string>
  items: Item[]
  lists: Record<string, Choice[]>
}

/** Something in a spreadsheet that its author must hear of. A warning is kept in the file but not used here; an error stops the form. */
export type SheetProblem = {
  severity: 'error' | 'warning'
  sheet: string
  /** As the spreadsheet counts: from 1, the headings being the first. 0 when it is no single row. */
  row: number
  /** The heading of the column; `''` when it is no single one. */
  column: string
  reason: SheetReason
  values: Record<string, string | number>
}

/** What is shown of a question: every choice counted, or two questions against each other; ids are paths without turns. */
export type PlannedTable = { rows: string; columns: string | null }
/** Declared before opening and fixed by the hash: what is published, in which order choices are merged when few, and on which days. */
export type Plan = { tables: PlannedTable[]; merges: Record<string, string[]>; days: string[] }
export type Quota = { question: string; choice: string; most: number }
/** How many of a population gave each choice, by question, and who says so. */
export type Reference = { source: string; counts: Record<string, Record<string, number>> }

const version = wholeNumber(1, 1_000_000)

export const ComposeSurvey = z.strictObject({
  consultationId: id,
  title: line(3, surveyLimits.title),
  template: optional(z.enum(templates)),
  language: z.enum(formLanguages),
  clientId,
})

/** The bytes of an `.xlsx` in base64: text goes through both doors. */
const file = z
  .string('needed')
  .min(1, 'needed')
  .max(surveyLimits.fileText, 'too-long')
  .regex(/^[\w+/]+={0,2}$/, 'not-valid')

export const UploadSurvey = z.strictObject({ consultationId: id, file, clientId })
export const ReplaceForm = z.strictObject({ surveyId: id, version, file })
export const OfSurvey = z.strictObject({ surveyId: id })
export const ListSurveys = z.strictObject({ consultationId: id })
export const OpenSurvey = z.strictObject({ surveyId: id, version, when: z.enum(['now', 'date']) })

export const SetSurveyRules = z.strictObject({
  surveyId: id,
  version,
  title: line(3, surveyLimits.title),
  access: list(z.enum(accesses)),
  opensAt: moment,
  closesAt: moment,
  timesEach: optional(wholeNumber(1, 1000)),
  mostResponses: optional(wholeNumber(1, 1_000_000)),
  isApart: optional(z.literal('yes')),
  isSensitive: optional(z.literal('yes')),
  takesOnBehalf: optional(z.literal('yes')),
  /** One for each language of the form, in its order. */
  thanks: list(lines(0, surveyLimits.thanks)),
  /** `question choice`, and beside it the most; a form sends its empty rows too. */
  quota: list(optional(z.string().max(500, 'too-long'))),
  quotaMost: list(optional(wholeNumber(1, 1_000_000))),
})
export type SetSurveyRules = z.output<typeof SetSurveyRules>

/** Where an item stands: the names of what it is in and its own. */
const path = z.string('needed').min(1, 'needed').max(1000, 'too-long')
const spoken = list(lines(0, surveyLimits.label))
const expression = optional(lines(0, surveyLimits.expression))

export const KeepItem = z.strictObject({
  surveyId: id,
  version,
  /** The item that is changed; left out for a new one. */
  path: optional(path),
  /** The group that a new one goes into; left out for the end of the form. */
  into: optional(path),
  type: z.enum(itemTypes),
  /** Left out, it is made from what the item says. */
  name: optional(line(1, 100)),
  /** One for each language of the form, in its order; so are the hint and the messages. */
  label: spoken,
  hint: spoken,
  guidanceHint: spoken,
  list: optional(line(1, 100)),
  /** A new list, one choice a line. */
  newChoices: optional(lines(0, 20_000)),
  other: optional(z.literal('yes')),
  isRequired: optional(z.literal('yes')),
  required: expression,
  requiredMessage: spoken,
  relevant: expression,
  constraint: expression,
  constraintMessage: spoken,
  calculation: expression,
  choiceFilter: expression,
  default: expression,
  readOnly: expression,
  repeatCount: expression,
  appearance: optional(line(0, 200)),
  parameters: optional(line(0, 300)),
})
export type KeepItem = z.output<typeof KeepItem>

export const MoveItem = z.strictObject({
  surveyId: id,
  version,
  /** `up`, `down`, `in` (to the group before it) or `out`, and after a space the path. */
  move: z
    .string('needed')
    .max(1010, 'too-long')
    .regex(/^(?:up|down|in|out) \S+$/, 'not-valid'),
})
export const RemoveItem = z.strictObject({ surveyId: id, version, path })

export const KeepChoices = z.strictObject({
  surveyId: id,
  version,
  list: line(1, 100),
  /** The language in which the labels are sent. */
  language: optional(z.string().max(100, 'too-long')),
  /** Row by row: the name it had, the name it has, what it says; a row without both is left out. */
  was: list(optional(z.string().max(200, 'too-long'))),
  name: list(optional(line(0, 200))),
  label: list(optional(lines(0, surveyLimits.label))),
})
export type KeepChoices = z.output<typeof KeepChoices>

export const SetLanguages = z.strictObject({
  surveyId: id,
  version,
  languages: list(z.string().min(1, 'needed').max(100, 'too-long')),
  defaultLanguage: z.string('needed').min(1, 'needed').max(100, 'too-long'),
})

export const Translate = z.strictObject({
  surveyId: id,
  version,
  language: z.string('needed').max(100, 'too-long'),
  /** `survey 5 hint`: the sheet, the row from 0, the column; and beside it what it says in this language. */
  place: list(z.string().max(100, 'too-long')),
  text: list(optional(lines(0, surveyLimits.label))),
})

export const PlanTables = z.strictObject({
  surveyId: id,
  version,
  single: list(path),
  /** The rows and the columns of each pair, side by side; a form sends its empty rows too. */
  pairRows: list(optional(path)),
  pairColumns: list(optional(path)),
  day: list(optional(day)),
})

export const SetReference = z.strictObject({
  surveyId: id,
  version,
  source: optional(line(3, 300)),
  /** A CSV: question, choice, number. Empty takes the reference away. */
  table: optional(lines(0, 200_000)),
})

export const MakeCodes = z.strictObject({
  surveyId: id,
  organisationId: id,
  count: wholeNumber(1, surveyLimits.codes),
  clientId: z.guid('not-valid'),
})
export const PrintForm = z.strictObject({
  surveyId: id,
  /** `ar`; one that the form does not speak gets its main language. */
  language: optional(z.string()),
})
export type CodesShown = {
  survey: { id: string; title: string }
  organisations: { id: string; name: string; made: number }[]
}

/** A survey with what it promises, without the form itself. */
export type SurveySeen = {
  id: string
  consultationId: string
  tableId: string
  title: string
  state: 'draft' | 'open' | 'closed'
  access: Access[]
  isApart: boolean
  isSensitive: boolean
  takesOnBehalf: boolean
  timesEach: number | null
  mostResponses: number | null
  quotas: Quota[]
  /** By language, as the form names it. */
  thanks: Texts
  plan: Plan
  reference: Reference | null
  definitionHash: string | null
  opensAt: Date
  closesAt: Date
  openedBy: string | null
  openedAt: Date | null
  closedAt: Date | null
  version: number
  /** Whether the reader may see its consultation too; a survey with a link shows only itself to others. */
  isInside: boolean
}

export type SurveyListed = {
  id: string
  title: string
  isDraft: boolean
  state: SurveyState
  opensAt: Date
  closesAt: Date
}

export type SurveyComposed = SurveySeen & {
  stage: SurveyState
  consultation: { id: string; title: Said }
  form: FormDefinition
  /** Warnings, and what is still missing before it may open. */
  problems: SheetProblem[]
  /** What the opening would refuse, in its own words. */
  missing: string[]
}
