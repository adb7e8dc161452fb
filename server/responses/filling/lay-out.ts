import type { FormDefinition, Group, Item, Question, Repeat } from '../../surveys/contract.ts'
import type { AnswerNode } from '../../surveys/expressions/index.ts'
import type { Answered } from '../contract.ts'
import { responseLimits } from '../words.ts'

type Laid = {
  /** Names joined by `/`, turns in brackets: `household/member[2]/age`. */
  path: string
  /** The same without turns. */
  id: string
  /** What expressions see of it. */
  node: AnswerNode
  above: Place | undefined
  isRelevant: boolean
}
export type QuestionPlace = Laid & {
  is: 'question'
  item: Question
  /** As it was typed or worked out, also where it is not relevant now; undefined before it was ever asked. */
  raw: string | undefined
  /** The text beside the choice `other`. */
  other: string | undefined
}
export type GroupPlace = Laid & {
  is: 'group'
  item: Group
  inside: Place[]
  /** Of background questions: whether the person agreed to answer them. */
  consent: string | undefined
}
export type TurnPlace = Laid & { is: 'turn'; item: Repeat; inside: Place[] }
/** A repeat with its turns; expressions see the turns alone. `isAsked` once their number was said. */
export type RepeatPlace = Laid & { is: 'repeat'; item: Repeat; turns: TurnPlace[]; isAsked: boolean }
export type Place = QuestionPlace | GroupPlace | RepeatPlace | TurnPlace

/** The name under which the consent to background questions is kept in their group. */
export const consentName = '_consent'
export const otherChoice = 'other'

/** A form with what was answered so far at each of its places. */
export function layOut({ items }: FormDefinition, answers: Answered): GroupPlace {
  const node: AnswerNode = { name: 'data', value: '', parent: undefined, children: [] }
  const whole: GroupPlace = {
    is: 'group',
    // Only what lies in it is ever asked for.
    item: { is: 'group', row: 0, name: 'data', label: {}, hint: {}, appearance: [], more: {}, items },
    path: '',
    id: '',
    node,
    above: undefined,
    isRelevant: true,
    inside: [],
    consent: undefined,
  }
  whole.inside = insideOf(items, answers, whole)
  return whole
}

function insideOf(items: Item[], answers: Answered, above: GroupPlace | TurnPlace): Place[] {
  return items.flatMap((item): Place[] => {
    const given = own(answers, item.name)
    switch (item.is) {
      case 'unasked':
        return []
      case 'question':
        return [questionPlace(item, given, answers, above)]
      case 'group': {
        const inside = typeof given === 'object' && !Array.isArray(given) ? given : {}
        const laid = laidOut(item, above, item.name)
        above.node.children.push(laid.node)
        const consent = own(inside, consentName)
        const place: GroupPlace = {
          ...laid,
          is: 'group',
          item,
          inside: [],
          consent: typeof consent === 'string' ? consent : undefined,
        }
        place.inside = insideOf(item.items, inside, place)
        return [place]
      }
      case 'repeat': {
        const place: RepeatPlace = {
          ...laidOut(item, above, item.name),
          is: 'repeat',
          item,
          turns: [],
          isAsked: Array.isArray(given),
        }
        // Nobody has said how many: one turn stands there to be filled in, or taken away.
        const turns = Array.isArray(given) ? given : item.repeatCount ? [] : [{}]
        for (const turn of turns.slice(0, responseLimits.turns)) addTurn(place, turn)
        return [place]
      }
    }
  })
}

function questionPlace(
  item: Question,
  given: string | Answered | Answered[] | undefined,
  answers: Answered,
  above: GroupPlace | TurnPlace,
): QuestionPlace {
  const { name } = item
  const node: AnswerNode = { name, value: '', parent: above.node, children: [] }
  above.node.children.push(node)
  const other = item.other ? own(answers, `${name}_other`) : undefined
  // Written out: of hundreds of questions for each page, copying what all places have in common was half the cost.
  return {
    path: above.path === '' ? name : `${above.path}/${name}`,
    id: above.id === '' ? name : `${above.id}/${name}`,
    node,
    above,
    isRelevant: true,
    is: 'question',
    item,
    raw: typeof given === 'string' ? given : undefined,
    other: typeof other === 'string' ? other : undefined,
  }
}

/** One turn more, after the others of its repeat. */
export function addTurn(repeat: RepeatPlace, answers: Answered = {}): void {
  const { item } = repeat
  const above = repeat.above
  if (!above) throw new Error('A repeat lies in something')
  const number = repeat.turns.length + 1
  const turn: TurnPlace = {
    ...laidOut(item, above, `${item.name}[${number}]`),
    is: 'turn',
    item,
    above: repeat,
    inside: [],
    isRelevant: repeat.isRelevant,
  }
  const siblings = above.node.children
  const last = repeat.turns.at(-1)
  siblings.splice(last ? siblings.indexOf(last.node) + 1 : placeFor(repeat, above), 0, turn.node)
  repeat.turns.push(turn)
  turn.inside = insideOf(item.items, answers, turn)
}

/** Where the first turn goes among what stands beside it: after all that comes before it in the form. */
function placeFor({ item }: RepeatPlace, above: Place): number {
  if (above.is !== 'group' && above.is !== 'turn') return 0
  const before = new Set<string>()
  for (const { name } of above.item.items) {
    if (name === item.name) break
    before.add(name)
  }
  const at = above.node.children.findIndex(({ name }) => !before.has(name))
  return at < 0 ? above.node.children.length : at
}

export function dropLastTurn(repeat: RepeatPlace): void {
  const turn = repeat.turns.pop()
  const siblings = turn?.node.parent?.children
  if (turn && siblings) siblings.splice(siblings.indexOf(turn.node), 1)
}

function laidOut(item: Item, above: Place, step: string): Laid {
  const within = above.path === '' ? '' : `${above.path}/`
  const withinId = above.id === '' ? '' : `${above.id}/`
  return {
    path: `${within}${step}`,
    id: `${withinId}${item.name}`,
    node: { name: item.name, value: '', parent: above.node, children: [] },
    above,
    isRelevant: true,
  }
}

/** Every place, in the order of the form. */
export function* everyPlace(places: readonly Place[]): Generator<Place> {
  for (const place of places) {
    yield place
    if (place.is === 'repeat') yield* everyPlace(place.turns)
    else if (place.is !== 'question') yield* everyPlace(place.inside)
  }
}

/** What is kept while a response is begun: all that was typed, relevant or not. */
export function answersBegun(places: readonly Place[]): Answered {
  return Object.fromEntries(
    places.flatMap((place): [string, string | Answered | Answered[]][] => {
      const { name } = place.item
      switch (place.is) {
        case 'question':
          return [
            ...(place.raw === undefined ? [] : [[name, place.raw] as [string, string]]),
            ...(place.other === undefined ? [] : [[`${name}_other`, place.other] as [string, string]]),
          ]
        case 'group': {
          const inside = answersBegun(place.inside)
          if (place.consent !== undefined) inside[consentName] = place.consent
          return Object.keys(inside).length > 0 ? [[name, inside]] : []
        }
        case 'repeat':
          return place.isAsked ? [[name, place.turns.map((turn) => answersBegun(turn.inside))]] : []
        case 'turn':
          return []
      }
    }),
  )
}

function own(answers: Answered, name: string): string | Answered | Answered[] | undefined {
  return Object.hasOwn(answers, name) ? answers[name] : undefined
}
