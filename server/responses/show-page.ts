import { mayLead, powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { PreviewPage, ShowPage, ShowReview } from './contract.ts'
import type { PageShown, ResponseBegun, ReviewShown } from './contract.ts'
import { waysFor } from './elector.ts'
import { draw } from './filling/draw.ts'
import { pagesShown, placesOn } from './filling/pages-shown.ts'
import { hasRules, scriptForm } from './filling/script-form.ts'
import { settle } from './filling/settle.ts'
import { fillIn, type Filled } from './filling/work-out.ts'
import { formOpened, languageIn, placesFor, type FormOpened } from './form-opened.ts'
import type { Page } from './pages.ts'
import { findSurveyAnswered, findToPreview, listFiles } from './records.ts'
import { mayBeAnswered } from './rules.ts'
import { seeBegun } from './see-survey.ts'
import { surveyStateAt } from '../surveys/index.ts'

/** A page of a response as it stands. Asked for none, the one that was reached; one further on than that is not shown. */
export const showPage = query(ShowPage, async ({ db, now, ground }, asked): Promise<PageShown> => {
  const response = await seeBegun(db, asked)
  insist(mayBeAnswered(surveyStateAt(response.survey, now)))
  const opened = await formOpened(db, response.survey)
  const filled = filledAs(response, opened, asked.language, now)
  const shown = pagesShown(filled, opened.pages)
  const most = Math.min(response.page, opened.pages.length - 1)
  const wanted = Math.min(asked.page ?? most, most)
  const page = shown.find((number) => number >= wanted) ?? shown.at(-1) ?? 0
  return {
    ...inForm(response, opened, filled),
    ...placeOf(shown, page),
    hasSeenAll: response.page >= opened.pages.length,
    drawn: draw(filled, placesOn(filled, opened.pages[page]), {
      quotable: response.quotable,
      around: (await placesFor(ground.db, db, opened)).around,
    }),
    script: scriptOn(opened.pages[page], filled, response),
  }
})

/** All that was answered, and what is still missing or wrong in it. */
export const showReview = query(
  ShowReview,
  async ({ db, actor, now, ground }, asked): Promise<ReviewShown> => {
    const response = await seeBegun(db, asked)
    insist(mayBeAnswered(surveyStateAt(response.survey, now)))
    const opened = await formOpened(db, response.survey)
    if (response.page < opened.pages.length) throw new Refusal('conflict', 'survey-page-skipped')
    const filled = filledAs(response, opened, asked.language, now)
    const places = await placesFor(ground.db, db, opened)
    const files = opened.asksFiles ? await listFiles(db, response.id) : new Map<string, string>()
    const known = { territories: places.codes, files }
    const seen = await findSurveyAnswered(db, actor, response.survey.id)
    if (!seen) throw new Refusal('unseen', 'survey')
    return {
      ...inForm(response, opened, filled),
      pages: pagesShown(filled, opened.pages).map((page) => ({
        page,
        drawn: draw(filled, placesOn(filled, opened.pages[page]), {
          quotable: response.quotable,
          around: places.around,
        }),
      })),
      wrong: settle(opened.form, response, filled.setting, known).wrong,
      ways: await waysFor(db, actor, seen, now),
    }
  },
)

/** A page of a survey that is still being composed, for those who compose it: nothing of it is kept. */
export const previewPage = query(
  PreviewPage,
  async ({ db, actor, now, ground }, asked): Promise<PageShown> => {
    const survey = await findToPreview(db, asked.surveyId)
    if (!survey) throw new Refusal('unseen', 'survey')
    if (mayLead(await powersAt(db, actor, { tableId: survey.tableId }, now)) !== true)
      throw new Refusal('unseen', 'survey')
    const opened = await formOpened(db, { id: survey.id, definitionHash: null })
    const language = languageIn(opened, asked.language, actor.language)
    const filled = fillIn(opened.form, {}, { language: language.name, seed: 1, now })
    const page = Math.min(asked.page ?? 0, Math.max(opened.pages.length - 1, 0))
    return {
      survey: titled(survey, opened),
      language,
      languages: opened.languages,
      isOnBehalf: false,
      // Whatever conditions say: who composes looks at every page.
      ...placeOf([...opened.pages.keys()], page),
      hasSeenAll: false,
      drawn: draw(filled, placesOn(filled, opened.pages[page]), {
        quotable: [],
        around: (await placesFor(ground.db, db, opened)).around,
      }),
      script: scriptOn(opened.pages[page], filled, { answers: {}, seed: 1 }),
    }
  },
)

function filledAs(
  response: ResponseBegun,
  opened: FormOpened,
  language: string | undefined,
  now: Date,
): Filled {
  const spoken = languageIn(opened, language, response.language).name
  return fillIn(opened.form, response.answers, { language: spoken, seed: response.seed, now })
}

function scriptOn(
  page: Page | undefined,
  { form, setting }: Filled,
  { answers, seed }: Pick<ResponseBegun, 'answers' | 'seed'>,
) {
  if (!page || !hasRules(page.items)) return null
  const names = page.items.map(({ name }) => name)
  return { form: scriptForm(form, setting.language, names), names, answers, seed }
}

function inForm({ survey, consent }: ResponseBegun, opened: FormOpened, { setting }: Filled) {
  return {
    survey: titled(survey, opened),
    language: languageIn(opened, setting.language),
    languages: opened.languages,
    isOnBehalf: consent !== null,
  }
}

/** The title is one for all languages, and in the form's own. */
function titled({ id, title, closesAt }: { id: string; title: string; closesAt: Date }, opened: FormOpened) {
  return { id, title, closesAt, language: languageIn(opened).code }
}

function placeOf(shown: readonly number[], page: number) {
  const place = shown.indexOf(page)
  return { page, place: place + 1, pages: shown.length, mayGoBack: place > 0 }
}
