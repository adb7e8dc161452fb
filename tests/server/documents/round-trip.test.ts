import { expect, test } from 'vitest'
import { RichDocument } from '#server/documents/contract.ts'
import { documentFromText, textOf, tidyDocument } from '#server/documents/words.ts'
import { seeded, someDocument, someText } from './sample.ts'

const seeds = Array.from({ length: 1000 }, (_, index) => index + 1)

test('a document written as plain text and read back is the same document', () => {
  for (const seed of seeds) {
    const document = tidyDocument(someDocument(seeded(seed)))
    expect(documentFromText(textOf(document)), `seed ${seed}: ${textOf(document)}`).toEqual(document)
  }
})

test('tidying twice changes nothing', () => {
  for (const seed of seeds) {
    const document = tidyDocument(someDocument(seeded(seed)))
    expect(tidyDocument(document), `seed ${seed}`).toEqual(document)
  }
})

test('the stored form passes its own contract unchanged', () => {
  for (const seed of seeds.slice(0, 500)) {
    const document = tidyDocument(someDocument(seeded(seed)))
    expect(RichDocument.parse(JSON.parse(JSON.stringify(document))), `seed ${seed}`).toEqual(document)
  }
})

test('whatever is typed settles after one reading', () => {
  for (const seed of seeds) {
    const chance = seeded(seed)
    const typed = Array.from({ length: 12 }, () => someText(chance)).join('')
    const once = textOf(documentFromText(typed))
    expect(textOf(documentFromText(once)), `seed ${seed}: ${JSON.stringify(typed)}`).toBe(once)
  }
})

test('ordinary writing comes back from the textarea exactly as it was typed', () => {
  const typed = [
    'Cerchiamo casa da 5 mesi. Scrivete a mario_rossi_92@posta.it, costo 5*3*2.',
    'Seconda riga, con **parole forti** e __inclinate__ e [il bando](https://regione.it/bando).',
    '',
    '## Cosa chiediamo',
    '',
    '- un elenco',
    '  su due righe',
    '  - dentro',
    '- fine',
    '',
    '3. terzo',
    '4. quarto',
    '',
    '> una citazione a 29,99** euro',
    '> di due righe',
    '',
    'نحتاج إلى سكن. nome ______ cognome ______',
  ].join('\n')
  expect(textOf(documentFromText(typed))).toBe(typed)
})

test('a blank line between the items of a list does not end it', () => {
  const { root } = documentFromText('1. uno\n\n2. due\n\n- tre')
  expect(root.children.map((block) => block.children.length)).toEqual([2, 1])
})
