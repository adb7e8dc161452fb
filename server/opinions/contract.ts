import { z } from 'zod'
import type { Said } from '../by-language.ts'
import { clientId, id, line, lines, optional } from '../fields.ts'
import { statementLimits, type StatementState, votes, type Vote } from './words.ts'

/** Of a device that answers without an account: made by us, kept in its cookie. */
const token = optional(z.string().regex(/^[\w-]{43}$/, 'not-valid'))
const yes = z.preprocess((given) => given === 'yes' || given === true, z.boolean())
const language = z.string().regex(/^[a-z]{2,3}$/, 'not-valid')

export const ArrangeStatements = z.strictObject({
  consultationId: id,
  isOpen: yes,
  holdsStatements: yes,
  letsGuests: yes,
  showsResults: yes,
  isSensitive: optional(z.literal('yes')),
})

export const WriteStatement = z.strictObject({
  consultationId: id,
  text: line(5, statementLimits.text),
  language: optional(language),
  needId: optional(id),
  messageId: optional(id),
  /** The survey in whose answers an officer found it. */
  surveyId: optional(id),
  /** Although another says much the same. */
  anyway: optional(z.literal('yes')),
  clientId,
})
export const SimilarStatements = z.strictObject({ consultationId: id, text: line(1, 1000) })
export const ShowWriting = z.strictObject({
  consultationId: id,
  needId: optional(id),
  messageId: optional(id),
})

export const ApproveStatement = z.strictObject({ statementId: id })
export const RejectStatement = z.strictObject({ statementId: id, reason: lines(3, statementLimits.reason) })
/** `isMeta`: about the consultation itself, so that nobody is grouped by it. */
export const MarkMeta = z.strictObject({ statementId: id, isMeta: yes })
export const ListStatements = z.strictObject({ consultationId: id })

export const AnswerStatement = z.strictObject({ statementId: id, vote: z.enum(votes), token })
export const ShowNext = z.strictObject({ consultationId: id, token })
export const ListMyAnswers = z.strictObject({ consultationId: id, token })
export const JoinAnswers = z.strictObject({ consultationId: id, token })

export const ShowOpinions = z.strictObject({ consultationId: id, token })
export const ShowAsking = z.strictObject({ consultationId: id })
export const ShowSourcePlace = z.strictObject({ messageId: id })
export const ShowResults = z.strictObject({ consultationId: id })
/** `inputHash`: of what a brief carries; what is shown now unless said. */
export const ExportVotes = z.strictObject({
  consultationId: id,
  inputHash: optional(z.string().regex(/^[\da-f]{64}$/, 'not-valid')),
})
export const ImportVotes = z.strictObject({
  consultationId: id,
  comments: z.string('needed').min(1, 'needed').max(4_000_000, 'too-long'),
  votes: optional(z.string().max(16_000_000, 'too-long')),
  language: optional(language),
})
export const CiteStatement = z.strictObject({ proposalId: id, statementId: id })
export const WithdrawCitation = z.strictObject({ proposalId: id, statementId: id })
export const ListCited = z.strictObject({ proposalId: id })
export const ShowTakenUp = z.strictObject({ needId: id })

/** How statements are collected in a consultation; `isArranged` says whether anybody has set it up. */
export type Collection = {
  isArranged: boolean
  isOpen: boolean
  holdsStatements: boolean
  letsGuests: boolean
  showsResults: boolean
  /** Nothing is told of fewer than ten people, where it is five elsewhere. */
  isSensitive: boolean
}

/** A consultation that this person may see, with how statements are collected in it. */
export type CollectionSeen = Collection & {
  consultationId: string
  tableId: string
  title: Said
  participation: 'registered' | 'organisations'
  visibility: 'public' | 'members'
  closedAt: Date | null
}

export type OpinionsShown = Collection & {
  consultation: { id: string; title: Said }
  /** Statements that are asked, and how many of them this person has answered. */
  asked: number
  answered: number
  /** Answers given on this device without an account that can be joined to it. */
  toJoin: number
  waiting: number
  may: { answer: boolean; write: boolean; moderate: boolean; lead: boolean; seeResults: boolean }
  mine: { text: string; language: string; state: StatementState; reason: string }[]
}

export type StatementAsked = { id: string; number: number; text: string; language: string }

/** What it was taken up from, where everybody may read that. */
export type StatementSource = { needId: string | null; messageId: string | null }

export type NextShown = {
  consultation: { id: string; title: Said }
  /** Null when all are answered. */
  statement: (StatementAsked & StatementSource) | null
  asked: number
  answered: number
  isOpen: boolean
  may: { answer: boolean; write: boolean; seeResults: boolean }
}

export type MyAnswer = StatementAsked & { vote: Vote }

export type SimilarStatement = StatementAsked & { likeness: number }

export type StatementToJudge = StatementAsked &
  StatementSource & {
    state: StatementState
    isMeta: boolean
    isSeed: boolean
    reason: string
    survey: { id: string; title: string } | null
    writtenAt: Date
  }

/** How a group answered a statement, in steps of people; null where fewer than may be told have seen it. */
export type ShownAnswers = { agree: number; disagree: number; pass: number; seen: number } | null

/** The figures of a statement, by its number; its words are read when they are shown. */
export type StatementFigures = {
  number: number
  /** All groups of which answers are shown, together. */
  all: ShownAnswers
  groups: ShownAnswers[]
  /** The product over the groups of their shares that agree (0 to 1, two decimals). */
  accepted: number | null
}

export type ShownGroup = {
  letter: string
  size: number
  /** Where it lies among the groups. */
  x: number
  y: number
  /** Numbers of the statements that it holds and others do not, with how. */
  holds: { number: number; direction: 'agree' | 'disagree' }[]
}

/** What may be shown of an analysis, after disclosure control. */
export type Published = {
  format: 'tavolo-opinions-1'
  /** Nothing is told of fewer people; 5 where it is not said, as in what was released before it was. */
  fewest?: number
  /** People in groups, and all who answered: in steps. */
  grouped: number
  participants: number
  groups: ShownGroup[]
  statements: StatementFigures[]
  /** Numbers of statements. */
  bridges: number[]
  divides: number[]
  agreed: number[]
  disagreed: number[]
}

export type ShownStatement = StatementAsked & StatementSource & StatementFigures

export type Results = Omit<Published, 'statements' | 'fewest'> & {
  fewest: number
  /** Of whom the answers are counted: people in groups, or everybody where there are none. In steps. */
  base: number
  statements: ShownStatement[]
  inputHash: string
  /** The day, as `2026-05-14`: a moment would say after whose answer. */
  publishedOn: string
}

export type ResultsShown = {
  consultation: { id: string; title: Said }
  /** Null while there are too few answers to show any. */
  results: Results | null
  /** From how many people on anything is shown. */
  fewestShown: number
  may: { moderate: boolean; lead: boolean }
}

/** The figures that a statement was cited with: they move no more. */
export type CitedFigures = StatementFigures &
  Pick<Results, 'base' | 'fewest' | 'inputHash'> & {
    /** `other` is one that was a bridge or a divide when it was cited, in what was cited before figures were kept. */
    kind: 'bridge' | 'divide' | 'other'
    letters: string[]
  }
export type CitedStatement = StatementAsked & StatementSource & CitedFigures

export type CitedShown = { cited: CitedStatement[]; toCite: CitedStatement[] }

/** What a brief says of where people stand; counts of people are in steps of the fewest. */
export type CommonGround = {
  participants: number
  grouped: number
  groups: { letter: string; size: number }[]
  bridges: StatementInBrief[]
  divides: StatementInBrief[]
  inputHash: string
}
export type StatementInBrief = {
  id: string
  text: string
  language: string
  groups: ({ letter: string } & AgreeInBrief)[]
} & AgreeInBrief

/** Whole per cents of those who answered; where they are too few for that, what most of them say. */
type AgreeInBrief = { answered: number; agree?: number; most?: 'agree' | 'disagree' | 'mixed' }

/** Rows of Pol.is's own tables. */
export type VotesExported = Record<'participantsVotes' | 'votes' | 'comments', (string | number)[][]>
