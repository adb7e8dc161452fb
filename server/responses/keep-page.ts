import type { z } from 'zod'
import type { Database, Reader } from '#db/database.ts'
import { guestSingleStatement } from '../command.ts'
import type { Ground } from '../ground.ts'
import { insist, Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { KeepPage, type Answered, type ResponseBegun, type Wrong } from './contract.ts'
import type { Known } from './filling/check-value.ts'
import { judge } from './filling/judge.ts'
import { answersBegun } from './filling/lay-out.ts'
import { pagesShown, pathsToAnswer, placesOn } from './filling/pages-shown.ts'
import { takeFields } from './filling/take-fields.ts'
import { fillIn, type Filled } from './filling/work-out.ts'
import { formOpened, languageIn, placesFor, type FormOpened } from './form-opened.ts'
import { quotasFull } from './quotas.ts'
import { keepAnswers, listFiles } from './records.ts'
import { mayBeAnswered } from './rules.ts'
import { seeBegun } from './see-survey.ts'
import { withTurn } from './turns.ts'
import { surveyStateAt } from '../surveys/index.ts'

/**
 * Keeps what was typed on a page, and says which comes then: the next, the one before, this one again, or (`review`) the end. What
 * is wrong is kept too, so that nothing typed is lost; on the way forward it is refused at its fields.
 *
 * Two statements a page: one that reads the response with its survey, one that keeps it if it is still what was read. Of two pages
 * sent at once the second finds that it is not, and is taken again upon the first. Pages with files or places, or a question that
 * has a quota, ask one more.
 */
export const keepPage = guestSingleStatement(KeepPage, async (act, asked) => {
  for (;;) {
    const kept = await keptOnce(act, asked)
    if (kept) return kept
  }
})

async function keptOnce(
  { db, now, ground }: { db: Database; now: Date; ground: Ground },
  asked: z.output<typeof KeepPage>,
): Promise<{ surveyId: string; page: number | null; isSaved: boolean } | undefined> {
  const response = await seeBegun(db, asked)
  const { survey } = response
  insist(mayBeAnswered(surveyStateAt(survey, now)))
  const opened = await formOpened(db, survey)
  if (asked.page > response.page || asked.page >= opened.pages.length)
    throw new Refusal('conflict', 'survey-page-skipped')
  const language = languageIn(opened, asked.language, response.language).name
  const setting = { language, seed: response.seed, now }
  const filled = fillIn(opened.form, response.answers, setting)
  const { wrong, seen, quotable } = await taken({ db, ground, response, opened, filled }, asked)
  const kept = answersBegun(filled.whole.inside)
  const answers = asked.turn === undefined ? kept : withTurn(kept, asked.turn)
  const refused = Object.keys(wrong).length > 0
  const to =
    refused || asked.turn !== undefined ? asked.page : pageAfter(filled, opened, response, asked, seen)
  const isKept = await keepAnswers(db, {
    id: response.id,
    version: response.version,
    answers,
    quotable,
    page: Math.max(response.page, to),
    language,
    day: romeDay(now),
  })
  if (!isKept) return undefined
  // Refused after it was kept, so that what was typed stays.
  if (refused) throw new Refusal('invalid', 'fields', { fields: wrong })
  return { surveyId: survey.id, page: to < opened.pages.length ? to : null, isSaved: asked.go === 'save' }
}

type Keeping = {
  db: Reader
  ground: Ground
  response: ResponseBegun
  opened: FormOpened
  filled: Filled
}
type Asked = Pick<Parameters<typeof pageAfter>[3], 'page' | 'go'> & {
  fields: Record<string, string | string[]>
}

async function taken(
  { db, ground, response, opened, filled }: Keeping,
  { page, go, fields }: Asked,
): Promise<{ wrong: Wrong; seen: Set<string>; quotable: string[] }> {
  const places = placesOn(filled, opened.pages[page])
  const before = pathsToAnswer(filled, places)
  const given = takeFields(filled, places, fields)
  const known = await knownFor(db, ground, response, opened)
  const isForward = go === 'next' || go === 'review'
  const seen = new Set([...before, ...given.asked])
  const full = isForward ? await quotasFull(db, response.survey, filled, given.asked) : {}
  const judged = isForward ? { ...full, ...judge(filled, places, known) } : {}
  // What nobody has been asked yet is asked before it is missed.
  for (const path of pathsToAnswer(filled, places)) if (!seen.has(path)) delete judged[path]
  const others = response.quotable.filter((path) => !given.asked.has(path))
  return {
    wrong: { ...judged, ...given.refused },
    seen,
    quotable: [...new Set([...others, ...given.quotable])],
  }
}

/** What only the database can say of some answers; nothing is asked where the form has no such question. */
export async function knownFor(
  db: Reader,
  ground: Ground,
  response: { id: string; answers: Answered },
  opened: FormOpened,
): Promise<Known> {
  return {
    territories: (await placesFor(ground.db, db, opened)).codes,
    files: opened.asksFiles ? await listFiles(db, response.id) : new Map(),
  }
}

/** The page to come, by its number in the form; the number of pages stands for the end. */
function pageAfter(
  filled: Filled,
  { pages }: FormOpened,
  response: ResponseBegun,
  { page, go }: { page: number; go: 'next' | 'back' | 'save' | 'stay' | 'review' },
  seen: ReadonlySet<string>,
): number {
  if (go === 'save' || go === 'stay') return page
  const shown = pagesShown(filled, pages)
  if (go === 'back') return shown.findLast((number) => number < page) ?? page
  // What came to concern this person by what they just answered is shown before they go on.
  const isNew = [...pathsToAnswer(filled, placesOn(filled, pages[page]))].some((path) => !seen.has(path))
  if (isNew) return page
  if (go === 'review' && response.page >= pages.length) return pages.length
  return shown.find((number) => number > page) ?? pages.length
}
