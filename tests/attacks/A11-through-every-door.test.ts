import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDocumentEditor, documentOf } from '#app/editor/lexical.ts'
import { stateOf } from '#app/editor/state.ts'
import { acceptDocument, textOf } from '#server/documents/index.ts'
import { documentLimits } from '#server/documents/words.ts'
import { throughLexical } from '#tests/server/documents/lexical.ts'
import { aWrittenNeed } from '#tests/support/needs.ts'
import { served, type Served } from '#tests/support/served.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { bombs, nested, wide } from './evil-documents.ts'

let site: Served
let world: World
let consultation: Awaited<ReturnType<World['consultation']>>
let author: Awaited<ReturnType<World['person']>>

beforeAll(async () => {
  world = await aWorld()
  site = await served({ ground: world.ground, screens: true })
  consultation = await world.consultation({ phase: 'listen' })
  author = await world.person()
}, 180_000)
afterAll(() => site.close())

const byJson = (body: string) =>
  fetch(`${site.url}/api/v1/needs/post-need`, {
    method: 'POST',
    headers: { Cookie: site.cookieOf(author), Origin: site.url, 'Content-Type': 'application/json' },
    body,
  })

test.each(bombs)('%s is refused at both doors, and the next one is served', async (_, document) => {
  const asked = { ...aWrittenNeed(), areas: 'work', concerns: 'workers', document, clientId: randomUUID() }
  const json = await byJson(JSON.stringify({ ...asked, consultationId: consultation.id }))
  expect([413, 422]).toContain(json.status)
  const form = await fetch(`${site.url}/consultations/${consultation.id}/needs/new`, {
    method: 'POST',
    headers: { Cookie: site.cookieOf(author), Origin: site.url },
    body: new URLSearchParams(asked),
  })
  expect([413, 422]).toContain(form.status)
  expect((await fetch(`${site.url}/healthz`)).status).toBe(200)
})

test.each([
  ['lists', '['.repeat(60_000) + ']'.repeat(60_000)],
  ['objects', '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000)],
  ['a list for a text', JSON.stringify({ ...aWrittenNeed(), text: [['a']] })],
  ['an object for a text', JSON.stringify({ ...aWrittenNeed(), text: { toString: 'a', length: 3 } })],
  ['an object for a document', JSON.stringify({ ...aWrittenNeed(), document: { root: { children: [] } } })],
  [
    '30,000 fields',
    JSON.stringify(Object.fromEntries(Array.from({ length: 9_000 }, (_, at) => [`f${at}`, 1]))),
  ],
  ['half a sentence', '{"title":"'],
])('a body of %s is refused', async (_, body) => {
  expect([400, 413, 422]).toContain((await byJson(body)).status)
})

test('no bomb left a need behind', async () => {
  const kept = world.ground.db.selectFrom('needs').where('authorId', '=', author.id).select('id')
  expect(await kept.execute()).toEqual([])
})

test('the deepest and the widest document that we take open in our editor, and come back as they were', () => {
  const words = { type: 'text', text: 'a' }
  const paragraphs = Array.from({ length: 900 }, () => ({ type: 'paragraph', children: [words] }))
  for (const document of [
    nested(documentLimits.listLevels),
    JSON.stringify({ root: { type: 'root', children: paragraphs } }),
  ]) {
    const stored = acceptDocument({ document })
    const editor = createDocumentEditor('')
    editor.setEditorState(editor.parseEditorState(stateOf(stored)))
    expect(acceptDocument({ document: JSON.stringify(documentOf(editor.getEditorState())) })).toEqual(stored)
    expect(documentOf(createDocumentEditor(textOf(stored)).getEditorState())).toEqual(stored)
  }
})

test('an editor that was made to send a bomb is refused like anybody', () => {
  const sent = throughLexical(wide(3_000))
  expect(() => acceptDocument({ document: sent })).toThrow(/document-too-(?:long|many-parts)/)
})
