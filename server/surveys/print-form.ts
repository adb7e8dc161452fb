import { query } from '../query.ts'
import { languages } from '../ground.ts'
import { sentencesIn } from '../sentences.ts'
import { PrintForm } from './contract.ts'
import { formOf } from './form-of.ts'
import { seeSurvey } from './hold-survey.ts'
import { drawPaper } from './print/draw-paper.ts'
import { linesOf } from './print/paper-of.ts'
import { spokenLanguages } from './rules.ts'
import { languageCode } from './surroundings.ts'

const sentences = sentencesIn('server/surveys/print/texts')
const kept = new Map<string, string>()
const most = 30

/** The form on paper, to be filled in by hand, in one of its languages. In base64: text goes through both doors. */
export const printForm = query(PrintForm, async ({ db, actor, now, ground }, { surveyId, language }) => {
  const survey = await seeSurvey(db, actor, surveyId, now)
  const form = await formOf(db, survey)
  const spoken = spokenLanguages(form)
  const preferred = form.settings['default_language']
  const chosen =
    spoken.find((each) => each !== '' && languageCode(each) === language) ??
    spoken.find((each) => each === preferred) ??
    spoken[0] ??
    ''
  const key = `${survey.id} ${survey.version} ${survey.definitionHash} ${chosen}`
  const known = kept.get(key)
  if (known) return { file: known, language: languageCode(chosen), spoken }
  await ground.limits.take('paper-by-person', actor.kind === 'person' ? actor.id : actor.network)
  const code = languageCode(chosen)
  const ours = sentences(languages.find((each) => each === code) ?? 'en')
  const say = (id: string, values: Record<string, string | number> = {}) => ours._(id, values)
  const words = Object.fromEntries(
    ['intro', 'tick-one', 'tick-all', 'rank', 'more', 'thanks'].map((id) => [id, say(id)]),
  )
  const rightToLeft = /^(?:ar|fa|ur|he|ps|ckb)\b/.test(code)
  const paper = { title: survey.title, language: code, rightToLeft, words, lines: linesOf(form, chosen, say) }
  const file = (await drawPaper(paper)).toString('base64')
  kept.set(key, file)
  const oldest = kept.keys().next().value
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  return { file, language: code, spoken }
})
