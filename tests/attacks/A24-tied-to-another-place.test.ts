import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { postNeed } from '#server/needs/index.ts'
import { draftProposal } from '#server/proposals/index.ts'
import { listMessages, postMessage, showRoom } from '#server/rooms/index.ts'
import { aNeed, aWrittenNeed } from '#tests/support/needs.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { actAt, canary, othersThings, refusalOf } from './others-things.ts'

let things: Awaited<ReturnType<typeof othersThings>>
beforeAll(async () => {
  things = await othersThings()
})

test('a message of another room cannot be answered here, nor read by answering it', async () => {
  const { ground, eve, open, theirs } = things
  const answering = (replyTo: string) =>
    refusalOf(
      postMessage(ground, eve, {
        roomId: open.roomId,
        text: 'Rispondo',
        language: 'it',
        clientId: randomUUID(),
        replyTo,
      }),
    )
  const refused = await answering(theirs.secretMessageId)
  expect(refused).toMatchObject({ kind: 'conflict', reason: 'reply-gone' })
  expect(refused).toEqual(await answering(randomUUID()))
  const shown = await showRoom(ground, eve, { roomId: open.roomId })
  const listed = await listMessages(ground, eve, { roomId: open.roomId, before: 1_000 })
  expect(shown.messages.length).toBeGreaterThan(0)
  expect(JSON.stringify([shown, listed])).not.toContain(theirs.secretMessageId)
})

test('a need of another consultation becomes no source, whoever names it', async () => {
  const { world, ground, open, theirs } = things
  const { chair } = open.table
  const own = await aNeed(world, { consultationId: open.id })
  const drafting = (needId: string) =>
    refusalOf(
      draftProposal(ground, chair, {
        title: 'Una corsa in più la mattina',
        text: 'Parole.',
        ask: 'Che la corsa delle cinque ci sia.',
        addressee: 'Regione, Trasporti',
        language: 'it',
        consultationId: open.id,
        needIds: [own.id, needId],
        clientId: randomUUID(),
      }),
    )
  const refused = await drafting(theirs.secretNeedId)
  expect(refused).not.toHaveProperty('answer')
  expect(refused).toEqual(await drafting(randomUUID()))
  const { id: proposalId } = await aProposal(world, open)
  const adding = (needId: string) =>
    refusalOf(actAt('proposals/addSources')(ground, chair, { proposalId, needIds: [needId] }))
  expect(await adding(theirs.secretNeedId)).toEqual(await adding(randomUUID()))
})

test('nobody acts for an organisation that is not theirs', async () => {
  const { ground, eve, victim, open, theirs, stored } = things
  const { organisationId } = theirs
  const attempts: [string, object][] = [
    [
      'needs/postNeed',
      { ...aWrittenNeed(), consultationId: open.id, organisationId, clientId: randomUUID() },
    ],
    ['needs/supportNeed', { needId: theirs.needId, organisationId }],
    [
      'rooms/postMessage',
      { roomId: open.roomId, text: 'Noi', language: 'it', organisationId, clientId: randomUUID() },
    ],
    [
      'organisations/editOrganisation',
      { organisationId, name: 'Rubata', kind: 'association', territoryCode: '19' },
    ],
    ['organisations/inviteToOrganisation', { organisationId, email: eve.email, role: 'representative' }],
    ['organisations/endMembership', { organisationId, personId: victim.id }],
    ['organisations/listInvitations', { organisationId }],
  ]
  const before = await stored()
  for (const [path, asked] of attempts)
    expect(await refusalOf(actAt(path)(ground, eve, asked)), path).not.toHaveProperty('answer')
  expect(await stored()).toEqual(before)
})

test('a link to something secret shows only what its writer wrote', async () => {
  const { ground, eve, open, theirs } = things
  const address = `${ground.settings.publicUrl.origin}/needs/${theirs.secretNeedId}`
  const { id } = await postNeed(ground, eve, {
    ...aWrittenNeed({ text: `Come [questo](${address})` }),
    consultationId: open.id,
    clientId: randomUUID(),
  })
  const shown = JSON.stringify(await actAt('needs/showNeed')(ground, eve, { needId: id }))
  expect(shown).toContain(address)
  expect(shown).not.toContain(canary)
})
