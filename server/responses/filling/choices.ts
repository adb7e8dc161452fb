import type { Choice } from '../../surveys/contract.ts'
import { seedOf, shuffled } from './chance.ts'
import type { QuestionPlace } from './lay-out.ts'
import type { Filled } from './work-out.ts'

/** The choices a question has now: those that its filter lets through, in an order by chance where the form wants one. */
export function choicesOf(filled: Filled, place: QuestionPlace): Choice[] {
  const all = everyChoiceOf(filled, place)
  const isOpen = opening(filled, place)
  return isOpen ? all.filter(isOpen) : all
}

/** Also those that a filter closes now, in the order in which they stand when all are open. */
export function everyChoiceOf({ form, setting }: Filled, place: QuestionPlace): Choice[] {
  const { list = '', parameters } = place.item
  const all = Object.hasOwn(form.lists, list) ? (form.lists[list] ?? []) : []
  if (parameters['randomize']?.toLowerCase() !== 'true') return all
  const fixed = parameters['seed']
  const seed = fixed !== undefined && /^-?\d+$/.test(fixed) ? Number(fixed) : setting.seed
  return shuffled(all, seedOf(seed, place.id))
}

/** Whether there is anything to choose: a question whose filter closes every choice waits for the answer that opens one. */
export function isOffered(filled: Filled, place: QuestionPlace): boolean {
  const isOpen = opening(filled, place)
  return isOpen === undefined || place.item.other === true || everyChoiceOf(filled, place).some(isOpen)
}

function opening(filled: Filled, place: QuestionPlace): ((choice: Choice) => boolean) | undefined {
  const { list = '', choiceFilter } = place.item
  if (!choiceFilter) return undefined
  const nodes = filled.surroundings.list(list)?.children[0]?.children ?? []
  const nodeOf = new Map((filled.form.lists[list] ?? []).map((choice, at) => [choice, nodes[at]]))
  return (choice) => {
    const here = nodeOf.get(choice)
    return here === undefined || (filled.ask.truth(choiceFilter, place, here) ?? true)
  }
}
