import type { Choice } from '../../surveys/contract.ts'
import { seedOf, shuffled } from './chance.ts'
import type { QuestionPlace } from './lay-out.ts'
import type { Filled } from './work-out.ts'

/** The choices a question has now: those that its filter lets through, in an order by chance where the form wants one. */
export function choicesOf(filled: Filled, place: QuestionPlace): Choice[] {
  const { list = '', choiceFilter, parameters } = place.item
  const all = Object.hasOwn(filled.form.lists, list) ? (filled.form.lists[list] ?? []) : []
  const nodes = choiceFilter ? (filled.surroundings.list(list)?.children[0]?.children ?? []) : []
  const left = choiceFilter
    ? all.filter((_, at) => {
        const here = nodes[at]
        return here === undefined || (filled.ask.truth(choiceFilter, place, here) ?? true)
      })
    : all
  if (parameters['randomize']?.toLowerCase() !== 'true') return left
  const fixed = parameters['seed']
  const seed = fixed !== undefined && /^-?\d+$/.test(fixed) ? Number(fixed) : filled.setting.seed
  return shuffled(left, seedOf(seed, place.id))
}
