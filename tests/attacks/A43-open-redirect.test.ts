import { expect, test } from 'vitest'
import { safeAddress } from '#app/safe-address.ts'

const origin = 'https://tavolo.example'

test.each([
  '//evil.example',
  '/\\evil.example',
  'https:evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  ' /evil',
  '\\\\evil',
  '/%5c/../\\evil',
  'data:text/html,x',
  '',
  null,
  undefined,
  7,
])('"%s" leads nowhere but home', (given) => {
  expect(safeAddress(given)).toBe('/')
})

test('no address made of hostile parts leads to another origin', () => {
  const parts = [
    '/',
    '\\',
    ':',
    '@',
    '?',
    '#',
    '.',
    '..',
    'evil.example',
    'https',
    'javascript',
    '%2f',
    '%5c',
    '\t',
    '\n',
    '\r',
    ' ',
    '\u0000',
    '\u2028',
    'a',
  ]
  let seed = 20_260_514
  const next = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return seed % most
  }
  for (let round = 0; round < 5_000; round += 1) {
    const given = Array.from({ length: 1 + next(8) }, () => parts[next(parts.length)]).join('')
    expect(new URL(safeAddress(given), origin).origin).toBe(origin)
  }
})

test('an address of ours is kept whole', () => {
  expect(safeAddress('/needs/new?consultation=1#form')).toBe('/needs/new?consultation=1#form')
})
