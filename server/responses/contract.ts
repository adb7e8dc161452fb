import type { QuestionType } from '../surveys/contract.ts'

/** What somebody answered, by name: a group as an object, a repeat as the list of its turns, every value as text. */
export type Answered = { [name: string]: string | Answered | Answered[] }

/** What a page posts: values by the path of their question. */
export type Fields = Record<string, string | string[]>

type Listed = { code: string; name: string }
/** Where a place lies, and what there is to choose around it. */
export type PlaceChoices = {
  region: string
  province: string
  municipality: string
  regions: Listed[]
  provinces: Listed[]
  municipalities: Listed[]
}

type WordsDrawn = {
  path: string
  /** What does not concern this person now is there for a page whose script shows it at once. */
  isRelevant: boolean
  label: string
  hint: string
}
export type ChoiceDrawn = { name: string; label: string; isChosen: boolean }
export type QuestionDrawn = WordsDrawn & {
  is: 'question'
  type: QuestionType | 'place'
  appearance: string[]
  guidance: string
  isRequired: boolean
  isReadOnly: boolean
  value: string
  choices?: ChoiceDrawn[]
  /** The text beside the choice `other`, where there is one. */
  other?: string
  range?: { start: number; end: number; step: number }
  /** The place of each choice. */
  ranks?: Record<string, string>
  place?: PlaceChoices
  /** Whether its author lets it be quoted, where the form asks for that. */
  mayBeQuoted?: boolean
}
export type GroupDrawn = WordsDrawn & {
  is: 'group'
  appearance: string[]
  /** The choices at the head of a table of questions; null where they stand one below the other. */
  table: string[] | null
  /** Background questions: what was said to being asked them. */
  consent: string | null
  inside: Drawn[]
}
export type RepeatDrawn = WordsDrawn & {
  is: 'repeat'
  isCounted: boolean
  mayAdd: boolean
  turns: { path: string; inside: Drawn[] }[]
}
export type Drawn = QuestionDrawn | GroupDrawn | RepeatDrawn
