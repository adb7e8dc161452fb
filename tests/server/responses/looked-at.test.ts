import { expect, test } from 'vitest'
import { isLookedAt } from '#server/responses/filling/looked-at.ts'
import { answersBegun, everyPlace } from '#server/responses/filling/lay-out.ts'
import { takeFields } from '#server/responses/filling/take-fields.ts'
import { fillIn } from '#server/responses/filling/work-out.ts'
import { readForm } from '#server/surveys/xlsform/read-form.ts'
import { workbookOf } from '#tests/server/surveys/workbooks.ts'

const setting = { language: '', seed: 1, now: new Date('2026-11-30T10:00:00Z') }
const columns = 'type | name | label | relevant | calculation | default | repeat_count'

async function formOf(...rows: string[]) {
  const { form, problems } = await readForm(
    await workbookOf({
      survey: [columns, ...rows].join('\n'),
      choices: 'list_name | name | label\nyn | si | Sì\nyn | no | No',
    }),
  )
  if (!form) throw new Error(JSON.stringify(problems))
  return form
}

test.each([
  [
    'a name in a condition',
    ['text | a | A', "text | b | B | ${a} = 'x'", 'text | c | C'],
    { a: true, b: false, c: false },
  ],
  [
    'a name in a calculation',
    ['integer | a | A', 'integer | b | B', 'calculate | s | | | ${a} + 1'],
    { a: true, b: false },
  ],
  ['a path', ['text | a | A', "text | b | B | ../a = 'x'"], { a: true, b: true }],
  [
    'a choice named by a text',
    ['select_one yn | a | A', "text | b | B | jr:choice-name(${a}, '${a}') = 'No'"],
    { a: true, b: true },
  ],
  ['nothing', ['text | a | A', 'text | b | B'], { a: false, b: false }],
])('what may be looked at: %s', async (_, rows, expected) => {
  const form = await formOf(...rows)
  const places = everyPlace(fillIn(form, {}, setting).whole.inside)
  const found = [...places].flatMap((place) => (place.is === 'question' ? [place] : []))
  for (const [name, is] of Object.entries(expected)) {
    const place = found.find(({ item }) => item.name === name)
    expect(place && isLookedAt(form, place), name).toBe(is)
  }
})

test('taken one field after another, a form stands as if it had been filled in at once', async () => {
  const form = await formOf(
    'text | a | A',
    "text | b | B | ${a} = 'x'",
    'integer | n | N',
    'calculate | twice | | | ${n} * 2',
    'begin_repeat | turn | T | | | | ${n}',
    'text | each | E',
    'end_repeat',
    "text | last | L | ${twice} > 3 and ${b} != ''",
  )
  const filled = fillIn(form, {}, setting)
  takeFields(filled, filled.whole.inside, { a: 'x', b: 'y', n: '2', last: 'z' })
  const anew = fillIn(form, answersBegun(filled.whole.inside), setting)
  const state = (of: typeof filled) =>
    [...everyPlace(of.whole.inside)].map(({ path, isRelevant, node }) => [path, isRelevant, node.value])
  expect(state(filled)).toEqual(state(anew))
  expect(state(filled)).toContainEqual(['last', true, 'z'])
  expect(state(filled)).toContainEqual(['turn[2]/each', true, ''])
})
