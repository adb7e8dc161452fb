import { expect, test } from 'vitest'
import type { Answered } from '#server/responses/contract.ts'
import { pagesOf } from '#server/responses/pages.ts'
import { everyItem } from '#server/surveys/xlsform/check-form.ts'
import { forms } from '../surveys/forms.ts'
import { fieldsOf, formOf, send } from './fill-in.ts'

/** What only a phone or another evaluation knows: a number by chance, and what was calculated once before. */
const byChance = ['caso', 'codice', 'altro']

test.each(Object.entries(forms).filter(([, { comes }]) => comes))(
  '%s: what was answered is stored, with what its calculations come to',
  async (_, { answers = {}, comes = {}, ...written }) => {
    const form = await formOf(written)
    const worked = new Set(
      [...everyItem(form.items)].flatMap((item) =>
        item.is === 'question' && (item.calculation || item.readOnly) ? [item.name] : [],
      ),
    )
    const stored = send(form, fieldsOf(without(answers, worked)), {
      language: form.settings['default_language'] ?? '',
    })
    for (const [asked, expected] of Object.entries(comes)) {
      const [column = '', path = ''] = asked.split(' of ')
      const names = path.replace(/:(\d+)/g, (_, turn: string) => `/${Number(turn) - 1}`).split('/')
      if (byChance.includes(names.at(-1) ?? '')) continue
      const found = names.reduce<unknown>(
        (at, name) => (at as Record<string, unknown> | undefined)?.[name],
        stored.answers,
      )
      if (column === 'calculation') expect([asked, found]).toEqual([asked, expected])
      if (column === 'relevant') expect([asked, found !== undefined]).toEqual([asked, expected === 'true'])
      const wrong = stored.wrong[path.replace(/:(\d+)/g, '[$1]')]
      if (column === 'constraint') expect([asked, wrong === undefined]).toEqual([asked, expected === 'true'])
    }
  },
)

test.each(Object.entries(forms))('%s: has pages, each with something to read', async (_, written) => {
  const form = await formOf(written)
  const pages = pagesOf(form)
  expect(pages.length).toBeGreaterThan(0)
  const seen = pages.flatMap(({ items }) => items.map(({ name }) => name))
  expect(new Set(seen).size, 'no question stands on two pages').toBe(seen.length)
})

function without(answers: Answered, names: ReadonlySet<string>): Answered {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]): [string, Answered[string]][] => {
      if (names.has(name)) return []
      if (typeof value === 'string') return [[name, value]]
      return [
        [name, Array.isArray(value) ? value.map((turn) => without(turn, names)) : without(value, names)],
      ]
    }),
  )
}
