import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { $getRoot } from 'lexical'
import { createDocumentEditor, registerDocument } from '#app/editor/lexical.ts'
import { acceptDocument } from '#server/documents/index.ts'
import { hashToken, newToken } from '#server/people/secrets.ts'
import { actsByCapability } from '#server/platform.ts'
import { aNeed, aWrittenNeed } from '#tests/support/needs.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { served, type Served } from '#tests/support/served.ts'
import { throughLexical } from '#tests/server/documents/lexical.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { evilBlocks, evilLinks, link, paragraph, serialized, text } from './evil-documents.ts'
import { faultsIn } from './markup.ts'

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

const documents = [
  ...evilLinks.map((url) => [`a link to ${JSON.stringify(url)}`, serialized(paragraph(link(url)))] as const),
  ...evilBlocks.map(([name, block]) => [name, serialized(block)] as const),
]

const written = aWrittenNeed()
const proposed = {
  title: 'Una corsa in più la mattina',
  ask: 'Che la corsa delle cinque ci sia.',
  addressee: 'Regione, Trasporti',
  language: 'it',
}

const kept = async () =>
  (await world.ground.db.selectFrom('needs').where('authorId', '=', author.id).select('id').execute()).length

test.each(documents)(
  '%s is refused at the form, which keeps what was typed as words',
  async (_, document) => {
    const form = new URLSearchParams({
      ...aWrittenNeed(),
      areas: 'work',
      concerns: 'workers',
      document,
      clientId: randomUUID(),
    })
    const answer = await fetch(`${site.url}/consultations/${consultation.id}/needs/new`, {
      method: 'POST',
      headers: { Cookie: site.cookieOf(author), Origin: site.url },
      body: form,
      redirect: 'manual',
    })
    expect(answer.status).toBe(422)
    expect(faultsIn(await answer.text())).toEqual([])
    expect(await kept()).toBe(0)
  },
)

/** Every command that takes a document: who may send it, and all else that it needs. */
const takers: Record<string, () => Promise<{ who: { token: string }; asked: object }>> = {
  'proposals/draft-proposal': async () => ({
    who: consultation.table.chair,
    asked: {
      ...proposed,
      consultationId: consultation.id,
      needIds: [(await aNeed(world, { consultationId: consultation.id })).id],
      clientId: randomUUID(),
    },
  }),
  'proposals/revise-proposal': async () => ({
    who: consultation.table.chair,
    asked: {
      ...proposed,
      proposalId: (await aProposal(world, consultation)).id,
      expectedVersion: 1,
      note: 'Più chiara',
      clientId: randomUUID(),
    },
  }),
  'needs/edit-need': async () => {
    const need = await aNeed(world, { consultationId: consultation.id, author: await world.person() })
    const token = newToken()
    await world.ground.db
      .updateTable('sessions')
      .set({ tokenHash: hashToken(token) })
      .where('personId', '=', need.author.id)
      .execute()
    return { who: { token }, asked: { ...written, needId: need.id } }
  },
  'needs/post-need': async () => ({
    who: author,
    asked: { ...written, consultationId: consultation.id, clientId: randomUUID() },
  }),
  'needs/save-need-draft': async () => ({
    who: author,
    asked: { ...written, consultationId: consultation.id, clientId: randomUUID() },
  }),
}

test('every command that takes a document is among them', () => {
  const found = [...actsByCapability].flatMap(([capability, acts]) =>
    [...acts].flatMap(([name, act]) =>
      act.kind === 'command' && act.contract instanceof z.ZodObject && 'document' in act.contract.shape
        ? [`${capability}/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`]
        : [],
    ),
  )
  expect(found.toSorted()).toEqual(Object.keys(takers).toSorted())
})

test.each(Object.entries(takers))('%s refuses each of them, and takes an honest one', async (path, taker) => {
  const { who, asked } = await taker()
  const send = async (document: string) => {
    const answer = await fetch(`${site.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { Cookie: site.cookieOf(who), Origin: site.url, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...asked, document }),
    })
    return { status: answer.status, body: await answer.text() }
  }
  for (const [name, document] of documents) {
    const { status, body } = await send(document)
    expect(status, name).toBe(422)
    expect(body, name).toMatch(/"reason":"document-(?:link|not-allowed)"/)
  }
  expect(await send(serialized(paragraph(text(), link('https://a.it/'))))).toMatchObject({ status: 200 })
})

test('the real editor lets an evil link and a style through: what it would send is refused all the same', () => {
  const evil = paragraph(
    link('javascript:alert(1)'),
    text({ style: 'background:url(https://evil.example/x)' }),
  )
  const sent = throughLexical(serialized(evil))
  expect(sent).toContain('javascript:alert(1)')
  expect(() => acceptDocument({ document: sent })).toThrow('document-link')
  const styled = throughLexical(serialized(paragraph(text({ style: 'color:red' }))))
  expect(() => acceptDocument({ document: styled })).toThrow('document-not-allowed')
})

test('in our editor what was pasted loses its evil links and its styles, and keeps its words', async () => {
  const editor = createDocumentEditor('')
  const stop = registerDocument(editor)
  const pasted = [
    ...evilLinks.map((url) => paragraph(link(url))),
    paragraph(text({ style: 'color:red', format: 16 })),
  ]
  await new Promise<void>((done) => {
    editor.setEditorState(editor.parseEditorState(serialized(...pasted)))
    editor.update(
      () =>
        $getRoot()
          .getAllTextNodes()
          .forEach((node) => node.markDirty()),
      { onUpdate: done },
    )
  })
  const held = JSON.stringify(editor.getEditorState().toJSON())
  stop()
  expect(held).not.toMatch(/"url"|javascript|color:red/)
  expect(held.match(/"ciao"/g)).toHaveLength(pasted.length)
})
