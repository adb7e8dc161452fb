import type { Day, PersonKey } from './shape.ts'

/** What people answered to the demo's closed survey: how many gave each answer, and what some of them wrote. Invented. */
export type SurveyAnswersContent = {
  survey: string
  people: number
  /** For a question with one answer how many of a hundred give each; for several, each by itself. */
  single: { question: string; if?: [question: string, answer: string]; of: Record<string, number> }[]
  several: { question: string; if?: [question: string, answer: string]; of: Record<string, number> }[]
  textOf: string
  texts: { text: string; language: string; isQuotable: boolean }[]
  releasedBy: PersonKey
  releasedDay: Day
  cited: string
}

const it = 'Italiano (it)'
const en = 'English (en)'
const fr = 'Français (fr)'
const ar = 'العربية (ar)'

export const surveyAnswers: SurveyAnswersContent[] = [
  {
    survey: 'survey:servizi',
    people: 84,
    single: [
      { question: 'which/gave_up', of: { yes: 58, no: 42 } },
      {
        question: 'last_time/last_service',
        of: { doctor: 30, registry: 26, employment: 20, police: 14, school: 10 },
      },
      { question: 'last_time/interpreter', of: { yes: 30, no: 70 } },
      { question: 'last_time/clear', of: { 2: 20, 4: 26, 6: 28, 8: 26 } },
      { question: 'last_time/waited_days', of: { 0: 18, 7: 22, 30: 36, 60: 24 } },
    ],
    several: [
      {
        question: 'which/used',
        of: { registry: 62, doctor: 74, school: 34, employment: 48, social: 26, police: 52 },
      },
      {
        question: 'which/why',
        if: ['which/gave_up', 'yes'],
        of: { unknown: 44, language: 58, hours: 62, distance: 38, cost: 26, papers: 30, fear: 18 },
      },
    ],
    textOf: 'better',
    texts: [
      {
        text: 'Uno sportello aperto la sera: di giorno siamo nei campi.',
        language: it,
        isQuotable: true,
      },
      {
        text: 'Un foglio che dice prima quali documenti portare, nella mia lingua.',
        language: it,
        isQuotable: true,
      },
      { text: 'Al telefono non capisco. Meglio scrivere.', language: it, isQuotable: false },
      { text: 'لو كان هناك من يترجم في المستشفى لفهمت ما قاله الطبيب.', language: ar, isQuotable: true },
      { text: 'الحافلة لا تصل إلى القرية بعد السادسة.', language: ar, isQuotable: false },
      {
        text: 'Qu’on m’explique pourquoi ma demande a été refusée.',
        language: fr,
        isQuotable: true,
      },
      { text: 'One place for all papers instead of five.', language: en, isQuotable: true },
      { text: 'Somebody at the registry who speaks English.', language: en, isQuotable: false },
      { text: 'Aprire il sabato.', language: it, isQuotable: false },
      { text: 'Sapere a chi chiedere, senza girare tutto il giorno.', language: it, isQuotable: true },
    ],
    releasedBy: 'person:ferrante',
    releasedDay: -8,
    cited: 'which/gave_up',
  },
]
