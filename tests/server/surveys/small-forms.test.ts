import { expect, test } from 'vitest'
import type { FormDefinition, Item } from '#server/surveys/contract.ts'
import type { AnswerNode } from '#server/surveys/expressions/answer-node.ts'
import { evaluate } from '#server/surveys/expressions/evaluate.ts'
import { functions } from '#server/surveys/expressions/function-names.ts'
import type { Tree } from '#server/surveys/expressions/tree.ts'
import { asBoolean, asText } from '#server/surveys/expressions/values.ts'
import { placesOf, surroundingsOf } from '#server/surveys/surroundings.ts'
import { everyItem } from '#server/surveys/xlsform/check-form.ts'
import { readForm } from '#server/surveys/xlsform/read-form.ts'
import { writeForm } from '#server/surveys/xlsform/write-form.ts'
import { answersOf, placeAt, rome } from './answers.ts'
import { forms } from './forms.ts'
import { workbookOf } from './workbooks.ts'

const all = Object.entries(forms)

test('there are at least forty, and every function and every type is in one', () => {
  expect(all.length).toBeGreaterThanOrEqual(40)
  const written = all.map(([, { survey }]) => survey).join('\n')
  // `current()` is asked for in the comparison with the other evaluator, in the turns of a repeat.
  expect(
    Object.keys(functions).filter((name) => name !== 'current' && !written.includes(`${name}(`)),
  ).toEqual([])
})

test.each(all)('%s: is read, written, and read again as the same', async (_, written) => {
  const form = await formOf(written)
  const again = await readForm(await writeForm(form))
  expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(withoutRows(again.form)).toEqual(withoutRows(form))
})

test.each(all.filter(([, { comes }]) => comes))(
  '%s: its expressions come to what they should',
  async (_, small) => {
    const form = await formOf(small)
    const root = answersOf(small.answers ?? {})
    for (const [asked, expected] of Object.entries(small.comes ?? {})) {
      const [column = '', path = ''] = asked.split(' of ')
      expect([asked, workedOut(form, column, placeAt(root, path))]).toEqual([asked, expected])
    }
  },
)

test('dropped cells are noticed: a form that says one word less is another', async () => {
  const form = await formOf(forms['four languages, one from right to left'] ?? { survey: '' })
  const first = form.items[0]
  if (!first) throw new Error('no first row')
  const poorer = { ...form, items: [{ ...first, hint: {} }, ...form.items.slice(1)] }
  const again = await readForm(await writeForm(poorer))
  expect(withoutRows(again.form)).not.toEqual(withoutRows(form))
})

async function formOf(written: Parameters<typeof workbookOf>[0]): Promise<FormDefinition> {
  const { form, problems } = await readForm(await workbookOf(written))
  if (!form) throw new Error(JSON.stringify(problems))
  return form
}

/** Rows move when remarks and empty lines go; everything else stays. */
function withoutRows(form: FormDefinition | undefined): unknown {
  return JSON.parse(JSON.stringify(form, (key, value: unknown) => (key === 'row' ? undefined : value)))
}

function workedOut(form: FormDefinition, column: string, at: AnswerNode): string {
  const item = [...everyItem(form.items)].find(({ name }) => name === at.name)
  if (!item) throw new Error(at.name)
  const surroundings = surroundingsOf(form, { ...rome, language: form.settings['default_language'] ?? '' })
  const places = placesOf(form.items)
  if (column === 'choices' && item.is === 'question') {
    const filter = item.choiceFilter
    const choices = surroundings.list(item.list ?? '')?.children[0]?.children ?? []
    return choices
      .filter((here) => !filter || asBoolean(evaluate(filter.tree, { at, here, places, surroundings })))
      .map((choice) => choice.children.find(({ name }) => name === 'name')?.value ?? '')
      .join(' ')
  }
  const tree = expressionIn(item, column)
  return asText(evaluate(tree, { at, places, surroundings }), rome.zone)
}

function expressionIn(item: Item, column: string): Tree {
  const found = {
    relevant: item.relevant,
    ...(item.is === 'repeat' ? { repeat_count: item.repeatCount } : {}),
    ...(item.is === 'question'
      ? {
          constraint: item.constraint,
          calculation: item.calculation,
          required: item.required,
          read_only: item.readOnly,
          default: item.default,
        }
      : {}),
  }[column]
  if (!found || !('tree' in found)) throw new Error(`${item.name} has no ${column}`)
  return found.tree
}
