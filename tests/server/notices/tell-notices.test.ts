import { expect, test } from 'vitest'
import { askAnswer, giveAnswer } from '#server/answers/index.ts'
import { closeConsultation } from '#server/consultations/index.ts'
import { recordEvent, type Announcement } from '#server/events.ts'
import type { Language, Person } from '#server/ground.ts'
import {
  follow,
  listNotices,
  sendDigests,
  setRhythm,
  tellStream,
  tellWhatWasMissed,
  unfollow,
} from '#server/notices/index.ts'
import { dayAfter, romeDay } from '#server/rome-day.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

async function aFollowedNeed(more: Parameters<World['consultation']>[0] & { title?: string } = {}) {
  const { title, ...rest } = more
  const world = await aWorld()
  const consultation = await world.consultation(rest)
  const { id: organisationId, representative } = await world.organisation()
  const author = await world.person({ name: 'Autrice' })
  const { id: needId } = await aNeed(world, {
    consultationId: consultation.id,
    author,
    organisationId,
    ...(title ? { title } : {}),
  })
  const { chair } = consultation.table
  const happens = (
    announcement: Omit<Announcement, 'streamId'> & { streamId?: string },
    actor: Person = chair,
  ) =>
    world.ground.db
      .transaction()
      .execute((trx) => recordEvent(trx, actor, { streamId: consultation.id, ...announcement }))
  return { world, ground: world.ground, consultation, needId, author, representative, chair, happens }
}

const textsOf = async (ground: World['ground'], person: Person) =>
  (await listNotices(ground, person, {})).notices.map((notice) => notice.text)

async function mailsTo(ground: World['ground'], person: Person & { email?: string }) {
  return ground.db
    .selectFrom('mails')
    .where('personId', '=', person.id)
    .orderBy('createdAt')
    .select(['subject', 'text', 'language', 'headers', 'recipient'])
    .execute()
}

test('an author and the representatives of the organisation are told without asking, who did it is not', async () => {
  const { ground, consultation, needId, author, representative, chair, happens } = await aFollowedNeed()
  await happens({ name: 'need-read', about: needId })
  await tellStream(ground, consultation.id)
  expect(await textsOf(ground, author)).toEqual(['Il tavolo ha letto il bisogno.'])
  expect(await textsOf(ground, representative)).toHaveLength(1)
  expect(await textsOf(ground, chair)).toEqual([])
})

test('who follows is told, and is not any more after unfollowing', async () => {
  const { world, ground, consultation, needId, happens } = await aFollowedNeed()
  const follower = await world.person()
  await follow(ground, follower, { kind: 'need', id: needId })
  await follow(ground, follower, { kind: 'need', id: needId })
  await happens({ name: 'need-read', about: needId })
  await tellStream(ground, consultation.id)
  expect(await textsOf(ground, follower)).toHaveLength(1)
  await unfollow(ground, follower, { kind: 'need', id: needId })
  await happens({ name: 'need-grouped', about: needId })
  await tellStream(ground, consultation.id)
  expect(await textsOf(ground, follower)).toHaveLength(1)
})

test('forty workers at once tell each event once, and mail it once', async () => {
  const { ground, consultation, needId, author, happens } = await aFollowedNeed()
  await setRhythm(ground, author, { rhythm: 'at-once' })
  for (let count = 0; count < 5; count += 1) await happens({ name: 'need-read', about: needId })
  await Promise.all(Array.from({ length: 40 }, () => tellStream(ground, consultation.id)))
  expect(await textsOf(ground, author)).toHaveLength(5)
  const mails = await mailsTo(ground, author)
  expect(
    mails.map((mail) => mail.text.match(/\/needs\//g)?.length ?? 0).reduce((sum, few) => sum + few, 0),
  ).toBe(5)
})

test('what a lost ring left behind is told by the sweep', async () => {
  const { ground, needId, author, happens } = await aFollowedNeed()
  await happens({ name: 'need-read', about: needId })
  await tellWhatWasMissed(ground)
  expect(await textsOf(ground, author)).toHaveLength(1)
  await tellWhatWasMissed(ground)
  expect(await textsOf(ground, author)).toHaveLength(1)
})

test('a proposal concerns who follows it, its consultation or its needs, and who wrote those', async () => {
  const { world, ground, consultation, needId, author, happens } = await aFollowedNeed()
  const { id: proposalId } = await aProposal(world, consultation, { state: 'approved', needIds: [needId] })
  const [ofProposal, ofConsultation, ofNeed, ofNothing] = [
    await world.person(),
    await world.person(),
    await world.person(),
    await world.person(),
  ]
  await follow(ground, ofProposal, { kind: 'proposal', id: proposalId })
  await follow(ground, ofConsultation, { kind: 'consultation', id: consultation.id })
  await follow(ground, ofNeed, { kind: 'need', id: needId })
  await happens({ name: 'proposal-published', about: proposalId })
  await tellStream(ground, consultation.id)
  for (const person of [author, ofProposal, ofConsultation, ofNeed])
    expect(await textsOf(ground, person)).toEqual(['C’è una nuova proposta.'])
  expect(await textsOf(ground, ofNothing)).toEqual([])
})

test('an answer asked for and given reaches the body and the authors', async () => {
  const { world, ground, consultation, needId, author, chair } = await aFollowedNeed()
  const { id: proposalId } = await aProposal(world, consultation, { state: 'approved', needIds: [needId] })
  const body = consultation.answering.representative
  await askAnswer(ground, chair, { proposalId, dueOn: dayAfter(romeDay(ground.now()), 9) })
  await tellStream(ground, consultation.id)
  expect(await textsOf(ground, body)).toEqual(['Il tavolo ha chiesto una risposta ufficiale alla proposta.'])
  await giveAnswer(ground, body, { proposalId, outcome: 'accepted', text: 'Accogliamo tutta la proposta.' })
  await tellStream(ground, consultation.id)
  expect(await textsOf(ground, author)).toContain('Risposta ufficiale: la proposta è accolta.')
})

test('only the author is told that something was hidden, with the reason in their language', async () => {
  const { world, ground, consultation, needId, happens } = await aFollowedNeed()
  const author = await world.person({ language: 'fr' })
  const follower = await world.person()
  const { id: messageId } = await ground.db
    .insertInto('messages')
    .values({
      roomId: consultation.roomId,
      seq: 1,
      authorId: author.id,
      language: 'fr',
      text: 'Vous mentez',
      clientId: crypto.randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await follow(ground, follower, { kind: 'need', id: needId })
  await follow(ground, follower, { kind: 'consultation', id: consultation.id })
  await happens({
    streamId: consultation.roomId,
    name: 'message-hidden',
    about: messageId,
    body: { reason: 'insult' },
  })
  await happens({ name: 'need-hidden', about: needId, body: { reason: 'spam' } })
  await tellStream(ground, consultation.roomId)
  await tellStream(ground, consultation.id)
  const { notices } = await listNotices(ground, author, {})
  expect(notices[0]).toMatchObject({
    text: 'Un de vos messages a été masqué. Vous pouvez encore le lire. Raison : insulte.',
    title: null,
  })
  expect(await textsOf(ground, follower)).toEqual([])
})

test('each reads in their own language, with the title as it is today', async () => {
  const { ground, consultation, needId, author, happens } = await aFollowedNeed({ title: 'Prima' })
  await happens({ name: 'need-read', about: needId })
  await tellStream(ground, consultation.id)
  await ground.db.updateTable('needs').set({ title: 'Dopo' }).where('id', '=', needId).execute()
  const texts = new Set<string>()
  for (const language of ['it', 'en', 'fr', 'ar'] as Language[]) {
    const { notices } = await listNotices(ground, { ...author, language }, {})
    expect(notices[0]?.title).toEqual({ text: 'Dopo', language: 'it' })
    texts.add(notices[0]?.text ?? '')
  }
  expect(texts.size).toBe(4)
})

test('nobody can follow what they may not see, and who may no longer see it reads nothing of it', async () => {
  const { world, ground, consultation, needId, happens } = await aFollowedNeed({ visibility: 'members' })
  const outsider = await world.person()
  for (const subject of [
    { kind: 'need', id: needId },
    { kind: 'consultation', id: consultation.id },
  ] as const)
    await expect(follow(ground, outsider, subject)).rejects.toMatchObject({ kind: 'unseen' })
  await expect(follow(ground, guest, { kind: 'need', id: needId })).rejects.toMatchObject({
    kind: 'forbidden',
  })

  const member = await world.person()
  await ground.db
    .insertInto('consultationMembers')
    .values({ consultationId: consultation.id, personId: member.id, addedBy: consultation.table.chair.id })
    .execute()
  await follow(ground, member, { kind: 'need', id: needId })
  await happens({ name: 'need-read', about: needId })
  await tellStream(ground, consultation.id)
  expect(await textsOf(ground, member)).toHaveLength(1)
  await ground.db.deleteFrom('consultationMembers').where('personId', '=', member.id).execute()
  expect(await textsOf(ground, member)).toEqual([])
  await happens({ name: 'need-grouped', about: needId })
  await tellStream(ground, consultation.id)
  await sendDigests(Object.assign(ground, { now: () => new Date(Date.now() + 2 * 86_400_000) }))
  expect(await mailsTo(ground, member)).toEqual([])
})

test('a mail at once comes in the language of who receives it, and says nothing in its subject', async () => {
  const canary = 'Canarino Bangladesh vedi https://evil.example/x e www.evil.example'
  const { world, ground, consultation, needId, happens } = await aFollowedNeed({ title: canary })
  for (const language of ['it', 'en', 'fr', 'ar'] as const) {
    const follower = await world.person({ language })
    await follow(ground, follower, { kind: 'need', id: needId })
    await setRhythm(ground, follower, { rhythm: 'at-once' })
    await happens({ name: 'need-read', about: needId })
    await tellStream(ground, consultation.id)
    const [mail, ...others] = await mailsTo(ground, follower)
    expect(others).toEqual([])
    expect(mail?.language).toBe(language)
    expect(mail?.recipient).toBe(follower.email)
    expect(mail?.subject).not.toMatch(/Canarino|Bangladesh|prova|test/i)
    expect(mail?.text).toContain('Canarino')
    expect(mail?.text).not.toContain('evil')
    for (const link of mail?.text.match(/https?:\/\/\S+/g) ?? [])
      expect(new URL(link).origin).toBe(ground.settings.publicUrl.origin)
    expect(mail?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
  }
})

test('a mail about a members-only consultation repeats no title', async () => {
  const { ground, consultation, needId, happens } = await aFollowedNeed({
    visibility: 'members',
    title: 'Canarino riservato',
  })
  const { representative } = consultation.answering
  await ground.db
    .insertInto('follows')
    .values({ personId: representative.id, subjectKind: 'need', subjectId: needId })
    .execute()
  await setRhythm(ground, representative, { rhythm: 'at-once' })
  await happens({ name: 'need-read', about: needId })
  await tellStream(ground, consultation.id)
  const [mail] = await mailsTo(ground, representative)
  expect(mail?.text).toContain('/needs/')
  expect(mail?.text).not.toContain('Canarino')
})

test('an author is told that their need left a proposal, that one was withdrawn, and that their words are back', async () => {
  const { world, ground, consultation, needId, author, happens } = await aFollowedNeed()
  const { id: proposalId } = await aProposal(world, consultation, { needIds: [needId], state: 'published' })
  await happens({ name: 'source-removed', about: needId, body: { proposalId } })
  await happens({ name: 'proposal-withdrawn', about: proposalId })
  await happens({ name: 'need-restored', about: needId })
  await tellStream(ground, consultation.id)
  expect((await textsOf(ground, author)).toSorted()).toEqual([
    'Il bisogno non è più tra quelli di una proposta. Nella proposta leggi il motivo.',
    'Il tuo bisogno è di nuovo visibile a tutti.',
    'Una proposta è stata ritirata. Leggi il motivo.',
  ])
})

test('who follows a consultation is told once that its dates moved and that it closed', async () => {
  const { world, ground, consultation, chair } = await aFollowedNeed()
  const follower = await world.person()
  await follow(ground, follower, { kind: 'consultation', id: consultation.id })
  await closeConsultation(ground, chair, { consultationId: consultation.id })
  for (const stream of [consultation.id, consultation.roomId]) await tellStream(ground, stream)
  const { notices } = await listNotices(ground, follower, {})
  expect(notices).toMatchObject([
    {
      text: 'Una consultazione è chiusa. Si può ancora leggere tutto.',
      title: { text: 'Consultazione di prova' },
      path: `/consultations/${consultation.id}`,
    },
  ])
})
