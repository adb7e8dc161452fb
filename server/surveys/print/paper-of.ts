import type { Choice, FormDefinition, Item, Question, Texts } from '../contract.ts'
import { spokenIn } from '../surroundings.ts'

/** How an answer is given by hand. */
type Line =
  | { is: 'heading'; text: string; note: string }
  | { is: 'note'; text: string }
  | {
      is: 'choices'
      number: number
      text: string
      hint: string
      if: string
      several: boolean
      choices: string[]
      more: number
    }
  | { is: 'rank'; number: number; text: string; hint: string; if: string; choices: string[] }
  | { is: 'matrix'; text: string; columns: string[]; rows: { number: number; text: string }[] }
  | { is: 'write'; number: number; text: string; hint: string; if: string; lines: number; short: boolean }

/** What a sheet of paper says: one form in one language. */
export type Paper = {
  title: string
  language: string
  rightToLeft: boolean
  words: Record<string, string>
  lines: Line[]
}

type Say = (id: string, values?: Record<string, string | number>) => string

/** Longer lists are no use on paper. */
const mostChoices = 60

/** The form as it is asked on paper, in one of its languages; what a phone does by itself is left out or said in words. */
export function linesOf(form: FormDefinition, language: string, say: Say): Line[] {
  const lines: Line[] = []
  const text = (texts: Texts): string => spokenIn(texts, language, form).replaceAll(/\$\{[^{}]*\}/g, '……')
  const labels = new Map<string, Question>()
  const remember = (items: Item[]): void => {
    for (const item of items) {
      if (item.is === 'question') labels.set(item.name, item)
      if (item.is === 'group' || item.is === 'repeat') remember(item.items)
    }
  }
  remember(form.items)
  let number = 0
  const choicesOf = ({ list }: Question): Choice[] => (list === undefined ? [] : (form.lists[list] ?? []))
  const condition = (item: Item): string => {
    if (!item.relevant) return ''
    const [, name = '', choice = ''] =
      /^\s*\$\{([^{}]+)\}\s*=\s*['"]([^'"]*)['"]\s*$/.exec(item.relevant.source) ?? []
    const asked = labels.get(name)
    const chosen = asked && choicesOf(asked).find((each) => each.name === choice)
    return asked && chosen
      ? say('only-if', { question: text(asked.label), answer: text(chosen.label) })
      : say('if-it-concerns-you')
  }
  const ask = (question: Question): void => {
    const { type } = question
    if (
      type === 'calculate' ||
      type === 'hidden' ||
      (question.calculation && Object.keys(question.label).length === 0)
    )
      return
    if (type === 'note') {
      lines.push({ is: 'note', text: text(question.label) })
      return
    }
    number += 1
    const said = { number, text: text(question.label), hint: text(question.hint), if: condition(question) }
    const all = choicesOf(question).map(({ label }) => text(label))
    const choices = [...all.slice(0, mostChoices), ...(question.other ? [say('other')] : [])]
    const more = Math.max(0, all.length - mostChoices)
    if (type === 'select_one' || type === 'select_multiple')
      lines.push({ is: 'choices', ...said, several: type === 'select_multiple', choices, more })
    else if (type === 'rank') lines.push({ is: 'rank', ...said, choices })
    else if (type === 'acknowledge')
      lines.push({ is: 'choices', ...said, several: true, choices: [say('yes-i-agree')], more: 0 })
    else if (type === 'range') {
      const { start = '1', end = '10', step = '1' } = question.parameters
      const steps = Math.floor((Number(end) - Number(start)) / Number(step)) + 1
      if (steps > 15)
        lines.push({ is: 'write', ...said, hint: say('from-to', { start, end }), lines: 1, short: true })
      else {
        const numbers = Array.from({ length: steps }, (_, n) => String(Number(start) + n * Number(step)))
        lines.push({ is: 'choices', ...said, several: false, choices: numbers, more: 0 })
      }
    } else {
      const isLong = type === 'text' && question.appearance.includes('multiline')
      const isFile = ['image', 'audio', 'file'].includes(type)
      lines.push({
        is: 'write',
        ...said,
        hint: isFile ? say('hand-in') : said.hint || hintOf(type, say),
        lines: isLong ? 5 : 1,
        short: type !== 'text',
      })
    }
  }
  const look = (items: Item[]): void => {
    for (const item of items) {
      if (item.is === 'unasked') continue
      if (item.is === 'question') {
        ask(item)
        continue
      }
      const inside = item.items.filter((each): each is Question => each.is === 'question')
      if (item.appearance.includes('table-list') && inside.every(({ list }) => list !== undefined)) {
        lines.push({
          is: 'matrix',
          text: text(item.label),
          columns: inside[0] ? choicesOf(inside[0]).map(({ label }) => text(label)) : [],
          rows: inside.map(({ label }) => {
            number += 1
            return { number, text: text(label) }
          }),
        })
        continue
      }
      const notes = [
        item.is === 'repeat' ? say('repeats') : '',
        item.appearance.includes('background') ? say('background') : '',
        condition(item),
      ]
      lines.push({ is: 'heading', text: text(item.label), note: notes.filter(Boolean).join(' ') })
      look(item.items)
    }
  }
  look(form.items)
  return lines
}

function hintOf(type: Question['type'], say: Say): string {
  if (type === 'date') return say('day-month-year')
  if (type === 'time') return say('hours-minutes')
  return type === 'dateTime' ? say('day-and-hour') : ''
}
