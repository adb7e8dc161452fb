import { expect, test } from 'vitest'
import { createDocumentEditor, documentOf } from '#app/editor/lexical.ts'
import { stateOf } from '#app/editor/state.ts'
import { RichDocument } from '#server/documents/contract.ts'
import { documentFromText, textOf, tidyDocument } from '#server/documents/words.ts'
import { throughLexical } from './lexical.ts'
import { seeded, someDocument } from './sample.ts'

const seeds = Array.from({ length: 400 }, (_, index) => index + 1)

test('whatever is stored comes back from the editor unchanged, in every key that Lexical writes', () => {
  for (const seed of seeds) {
    const document = tidyDocument(someDocument(seeded(seed)))
    const sent: unknown = JSON.parse(throughLexical(stateOf(document)))
    expect(RichDocument.parse(sent), `seed ${seed}: ${textOf(document)}`).toEqual(document)
  }
})

test('the editor opened on what stands in the textarea holds the same document', () => {
  for (const seed of seeds) {
    const text = textOf(tidyDocument(someDocument(seeded(seed))))
    expect(documentOf(createDocumentEditor(text).getEditorState()), `seed ${seed}: ${text}`).toEqual(
      documentFromText(text),
    )
  }
})
