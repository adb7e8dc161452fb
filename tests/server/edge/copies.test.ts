import { expect, test } from 'vitest'
import { cutAtMarks, fresh, isAlwaysTheSame, marks, oneCopy } from '#server/edge/copies.ts'

test('each copy has what is new to it at every mark, and the rest as it was written', () => {
  const drawn = [`è ${marks.nonce} و `, Buffer.from('bytes'), ` ${marks.newId}${marks.nonce}`]
  const copies = cutAtMarks(...drawn)
  for (const one of [fresh(), fresh()])
    expect(String(oneCopy(copies, () => one))).toBe(`è ${one.nonce} و bytes ${one.newId}${one.nonce}`)
})

const never = () => expect.unreachable('asked for what is new')

test('a page without marks is one text, for which nothing new is made', () => {
  const copies = cutAtMarks('one ', Buffer.from('two'))
  expect(isAlwaysTheSame(copies)).toBe(true)
  expect(String(oneCopy(copies, never))).toBe('one two')
  expect(oneCopy(copies, never)).toBe(oneCopy(copies, never))
})
