import type { Trx } from '#db/database.ts'
import type { FormDefinition, SurveySeen } from './contract.ts'
import { questionsAskedOnce, questionsByPath } from './question-paths.ts'
import { keepForm } from './records.ts'
import { spokenLanguages } from './rules.ts'

/** Keeps a draft's changed form; rules about questions, choices and languages that are gone go with them. */
export async function keepRevised(trx: Trx, survey: SurveySeen, form: FormDefinition, now: Date) {
  const questions = questionsByPath(form)
  const askedOnce = questionsAskedOnce(form)
  const { plan, quotas, thanks } = survey
  const hasChoice = (path: string, name: string): boolean => {
    const list = askedOnce.get(path)?.list
    return list !== undefined && (form.lists[list] ?? []).some((choice) => choice.name === name)
  }
  const stays = (path: string | null): boolean => path === null || questions.has(path)
  await keepForm(
    trx,
    survey.id,
    {
      form,
      quotas: quotas.filter(({ question, choice }) => hasChoice(question, choice)),
      thanks: Object.fromEntries(
        Object.entries(thanks).filter(([language]) => spokenLanguages(form).includes(language)),
      ),
      plan: {
        days: plan.days,
        tables: plan.tables.filter(({ rows, columns }) => stays(rows) && stays(columns)),
        merges: Object.fromEntries(Object.entries(plan.merges).filter(([path]) => questions.has(path))),
      },
    },
    now,
  )
}
