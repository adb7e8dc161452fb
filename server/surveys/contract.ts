import type { Tree } from './expressions/tree.ts'

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
  reason: string
  values: Record<string, string | number>
}
