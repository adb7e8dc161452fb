import { z } from 'zod'
import type { Said } from '../by-language.ts'
import { clientId, id, optional, wholeNumber } from '../fields.ts'
import type { FieldRefusal } from '../refusal.ts'
import type { QuestionType, SurveySeen } from '../surveys/contract.ts'
import { accesses, type Access, type SurveyState } from '../surveys/words.ts'
import type { ScriptForm } from './filling/script-form.ts'
import { plainCode } from './secrets.ts'
import { consents, moves, responseLimits } from './words.ts'

/** The code by which a begun response is carried on: sixteen letters and digits, however they were copied. */
const key = z
  .string('needed')
  .max(60, 'response-code-unknown')
  .transform(plainCode)
  .refine((code) => code !== '', 'needed')
  .refine((code) => /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code), 'response-code-unknown')

const language = optional(z.string().max(60, 'not-valid'))
const value = z.string().max(20_000, 'too-long')
const fields = z
  .record(z.string().max(500, 'not-valid'), z.union([value, z.array(value).max(2_000, 'too-long')]))
  .refine((given) => Object.keys(given).length <= responseLimits.fields, 'too-long')

/** As whom one answers: for the account, for a seat that one fills, with a printed code, or as nobody in particular. */
const as = {
  by: z.enum(accesses),
  seatId: optional(id),
  code: optional(z.string().max(60, 'survey-code-unknown')),
}

export const ShowIntroduction = z.strictObject({ surveyId: id, language, code: as.code })
export const BeginResponse = z.strictObject({ surveyId: id, ...as, language })
export const EnterOnBehalf = z.strictObject({ surveyId: id, consent: z.enum(consents), language })
export const ShowOnBehalf = z.strictObject({ surveyId: id, language })
export const ResumeResponse = z.strictObject({ surveyId: id, key })
export const ShowPage = z.strictObject({ surveyId: id, key, page: optional(wholeNumber(0, 999)), language })
export const ShowReview = z.strictObject({ surveyId: id, key, language })
export const ShowThanks = z.strictObject({ surveyId: id, language })
export const PreviewPage = z.strictObject({ surveyId: id, page: optional(wholeNumber(0, 999)), language })
export const KeepPage = z.strictObject({
  surveyId: id,
  key,
  page: wholeNumber(0, 999),
  go: z.enum(moves),
  /** One turn more or less of a repeat: `add:household/member`, `remove:household/member[2]`. */
  turn: optional(z.string().max(500, 'not-valid')),
  language,
  fields,
})
export const SendResponse = z.strictObject({ surveyId: id, key, ...as, clientId })
export const SendWhole = z.strictObject({
  surveyId: id,
  ...as,
  language,
  fields,
  clientId: z.guid('not-valid'),
  /** How often its device has answered by the link, as the device itself says. */
  timesByDevice: optional(wholeNumber(0, 9_999)),
})
export const ShowWhole = z.strictObject({ surveyId: id, language })
export const RemindToAnswer = z.strictObject({ surveyId: id })
export type AnsweringAs = Pick<z.output<typeof SendResponse>, 'by' | 'seatId' | 'code'>

/** What somebody answered, by name: a group as an object, a repeat as the list of its turns, every value as text. */
export type Answered = { [name: string]: string | Answered | Answered[] }

/** What a page posts: values by the path of their question. */
export type Fields = Record<string, string | string[]>

/** A survey as those see it who answer: without what of it is for its makers. */
export type SurveyAnswered = Omit<
  SurveySeen,
  'plan' | 'reference' | 'openedAt' | 'closedAt' | 'version' | 'isInside'
>

/** A response on its way, with its survey. */
export type ResponseBegun = {
  id: string
  /** Differs once anything of it was kept. */
  version: string
  language: string
  answers: Answered
  quotable: string[]
  consent: string | null
  page: number
  seed: number
  survey: SurveyAnswered
}

/** A language of a form: as its sheet names it, its code, and which way it is written. */
export type FormLanguage = { name: string; code: string; label: string; direction: 'ltr' | 'rtl' }

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
/** What a filter closes now stands hidden among the others, for a script to open at once. */
export type ChoiceDrawn = { name: string; label: string; isChosen: boolean; isClosed: boolean }
export type QuestionDrawn = WordsDrawn & {
  is: 'question'
  type: QuestionType | 'place'
  appearance: string[]
  guidance: string
  isRequired: boolean
  isReadOnly: boolean
  value: string
  choices?: ChoiceDrawn[]
  /** Whether they are opened as a list, and not looked through. */
  isListed?: boolean
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

type InForm = {
  /** `language` is the one its title is in. */
  survey: { id: string; title: string; closesAt: Date; language: string }
  language: FormLanguage
  languages: FormLanguage[]
  isOnBehalf: boolean
}

export type PageShown = InForm & {
  page: number
  /** Of the pages that concern this person: which one it is, and how many there are. */
  place: number
  pages: number
  mayGoBack: boolean
  /** Whether all pages have been seen, so that one may go straight to the end. */
  hasSeenAll: boolean
  drawn: Drawn[]
  script: ScriptShown | null
}

export type Wrong = Record<string, FieldRefusal>

/** What a page's script works out; null where nothing on the page changes with what is answered. */
export type ScriptShown = { form: ScriptForm; names: string[] | null; answers: Answered; seed: number }

/** A whole survey on one page, for where there is no line. */
export type WholeShown = Omit<InForm, 'isOnBehalf'> & {
  survey: Pick<SurveyAnswered, 'timesEach'>
  access: Access[]
  pages: Drawn[][]
  ways: WaysShown
  thanks: string
  script: ScriptShown
}

export type ReviewShown = InForm & {
  pages: { page: number; drawn: Drawn[] }[]
  wrong: Wrong
  ways: WaysShown
}

/** How this reader may answer: each way that is open to them. */
export type WaysShown = {
  link: boolean
  account: 'open' | 'sign-in' | 'answered' | 'closed'
  seats: { seatId: string; name: string; hasAnswered: boolean }[]
  code: boolean
}

export type IntroductionShown = {
  survey: Pick<
    SurveyAnswered,
    'id' | 'title' | 'opensAt' | 'closesAt' | 'isApart' | 'isSensitive' | 'timesEach'
  > & { language: string }
  stage: SurveyState
  /** Null for whoever may see only the survey. */
  consultation: { id: string; title: Said } | null
  table: Said
  questions: number
  pages: number
  /** Whether all of it may be answered where there is no line. */
  worksOffline: boolean
  language: FormLanguage
  languages: FormLanguage[]
  thanks: string
  ways: WaysShown
  may: { lead: boolean; enterOnBehalf: boolean }
}

export type ThanksShown = {
  survey: { id: string; title: string }
  language: FormLanguage
  thanks: string
  ways: WaysShown
  mayEnterOnBehalf: boolean
}

export type OnBehalfShown = {
  survey: { id: string; title: string }
  language: FormLanguage
  languages: FormLanguage[]
}
