import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import type { FormDefinition, Item } from '../surveys/contract.ts'
import { spokenIn, surveyStateAt } from '../surveys/index.ts'
import { ShowWhole, type WholeShown } from './contract.ts'
import { waysFor } from './elector.ts'
import { draw } from './filling/draw.ts'
import { placesOn } from './filling/pages-shown.ts'
import { scriptForm } from './filling/script-form.ts'
import { fillIn } from './filling/work-out.ts'
import { formOpened, languageIn, placesFor } from './form-opened.ts'
import { pagesOf } from './pages.ts'
import { mayBeAnswered } from './rules.ts'
import { seeSurveyAnswered } from './see-survey.ts'

/** All pages of a survey as one, to be filled in where there is no line: whatever may come to be asked is on it. */
export const showWhole = query(
  ShowWhole,
  async ({ db, actor, now, ground }, { surveyId, language }): Promise<WholeShown> => {
    const seen = await seeSurveyAnswered(db, actor, surveyId)
    insist(mayBeAnswered(surveyStateAt(seen.survey, now)))
    const opened = await formOpened(db, seen.survey)
    // A file is too large to wait on a phone, and is looked at by the server alone.
    if (opened.asksFiles) throw new Refusal('conflict', 'survey-needs-line')
    const spoken = languageIn(opened, language, actor.language)
    const all = withEverything(opened.form)
    const filled = fillIn(all, {}, { language: spoken.name, seed, now })
    const { around } = await placesFor(ground.db, db, opened)
    return {
      survey: {
        id: seen.survey.id,
        title: seen.survey.title,
        closesAt: seen.survey.closesAt,
        language: languageIn(opened).code,
        timesEach: seen.survey.timesEach,
      },
      access: seen.survey.access,
      language: spoken,
      languages: opened.languages,
      pages: pagesOf(all).map((page) => draw(filled, placesOn(filled, page), { quotable: [], around })),
      ways: await waysFor(db, actor, seen, now),
      thanks: spokenIn(seen.survey.thanks, spoken.name, opened.form),
      script: { form: scriptForm(opened.form, spoken.name, null), names: null, answers: {}, seed },
    }
  },
)

/** The page is kept and shown again: choices that come in an order by chance keep theirs on it. */
const seed = 1

/** Every choice, and one turn of each repeat: on this page it is a script that shows what other answers leave open. */
function withEverything(form: FormDefinition): FormDefinition {
  return { ...form, items: form.items.map(open) }
}

function open(item: Item): Item {
  switch (item.is) {
    case 'question': {
      const { choiceFilter: _, ...question } = item
      return question
    }
    case 'group':
      return { ...item, items: item.items.map(open) }
    case 'repeat': {
      const one = { source: '1', tree: { is: 'number' as const, number: 1 } }
      return { ...item, items: item.items.map(open), ...(item.repeatCount ? { repeatCount: one } : {}) }
    }
    case 'unasked':
      return item
  }
}
