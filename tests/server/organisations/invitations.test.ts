import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  acceptInvitation,
  endMembership,
  inviteToOrganisation,
  leaveOrganisation,
  listInvitations,
  showInvitation,
  showOrganisation,
  withdrawInvitation,
} from '#server/organisations/index.ts'
import { aWorld, dayFromNow, guest, type World } from '#tests/support/world.ts'

async function mailedTo({ ground }: World, email: string) {
  const { text } = await ground.db
    .selectFrom('mails')
    .where('recipient', '=', email)
    .orderBy('createdAt', 'desc')
    .select('text')
    .executeTakeFirstOrThrow()
  return { text, token: /\/invitations\/([\w-]+)/.exec(text)?.[1] ?? '' }
}

async function invited(role: 'representative' | 'member' = 'member') {
  const world = await aWorld()
  const organisation = await world.organisation()
  const invitee = await world.person({ name: 'Bina' })
  const asked = { organisationId: organisation.id, email: invitee.email, role }
  const { invitationId } = await inviteToOrganisation(world.ground, organisation.representative, asked)
  return { world, organisation, invitee, invitationId, ...(await mailedTo(world, invitee.email)) }
}

test('the mailed link is ours, lets the invited person in once, and only its hash is kept', async () => {
  const { world, organisation, invitee, token, text } = await invited()
  expect(text).toContain(`http://localhost:3000/invitations/${token}`)
  const kept = await world.ground.db
    .selectFrom('organisationInvitations')
    .where('organisationId', '=', organisation.id)
    .selectAll()
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(kept)).not.toContain(token)
  expect(await showInvitation(world.ground, invitee, { token })).toMatchObject({ isMine: true })
  await acceptInvitation(world.ground, invitee, { token })
  expect(
    (await showOrganisation(world.ground, invitee, { organisationId: organisation.id })).members,
  ).toContainEqual({ personId: invitee.id, name: 'Bina', role: 'member', isMe: true })
  await expect(acceptInvitation(world.ground, invitee, { token })).rejects.toMatchObject({ kind: 'unseen' })
})

test('a link passed on lets nobody else in', async () => {
  const { world, token, invitee } = await invited()
  const other = await world.person()
  expect(await showInvitation(world.ground, other, { token })).toMatchObject({ isMine: false })
  expect(await showInvitation(world.ground, guest, { token })).toMatchObject({ isMine: false })
  await expect(acceptInvitation(world.ground, other, { token })).rejects.toMatchObject({
    reason: 'invitation-for-another',
  })
  await acceptInvitation(world.ground, invitee, { token })
})

test('forty clicks at once accept an invitation once', async () => {
  const { world, token, invitee } = await invited()
  const clicks = await Promise.allSettled(
    Array.from({ length: 40 }, () => acceptInvitation(world.ground, invitee, { token })),
  )
  expect(clicks.filter((click) => click.status === 'fulfilled')).toHaveLength(1)
})

test('an invitation that is withdrawn, too old or made up is not there', async () => {
  const { world, organisation, token, invitee, invitationId } = await invited()
  const gone = { kind: 'unseen', reason: 'invitation' }
  world.ground.setNow(new Date(Date.now() + 15 * 86_400_000))
  await expect(acceptInvitation(world.ground, invitee, { token })).rejects.toMatchObject(gone)
  world.ground.setNow(null)
  await expect(withdrawInvitation(world.ground, invitee, { invitationId })).rejects.toMatchObject(gone)
  await withdrawInvitation(world.ground, organisation.representative, { invitationId })
  await expect(acceptInvitation(world.ground, invitee, { token })).rejects.toMatchObject(gone)
  await expect(acceptInvitation(world.ground, invitee, { token: 'x'.repeat(43) })).rejects.toMatchObject(gone)
})

test('inviting answers alike for known and unknown addresses', async () => {
  const world = await aWorld()
  const { id: organisationId, representative } = await world.organisation()
  const known = await world.person()
  const unknown = `${randomUUID()}@people.test`
  const answers = []
  for (const email of [known.email, unknown]) {
    const asked = { organisationId, email, role: 'member' as const }
    answers.push(Object.keys(await inviteToOrganisation(world.ground, representative, asked)))
    expect((await mailedTo(world, email)).token).not.toBe('')
  }
  expect(answers[0]).toEqual(answers[1])
})

test('only a representative invites and sees who is invited', async () => {
  const { world, organisation } = await invited()
  const member = await world.person()
  await world.joins(member, organisation.id)
  const asked = { organisationId: organisation.id, email: 'qualcuno@people.test', role: 'member' as const }
  for (const actor of [member, await world.person()]) {
    await expect(inviteToOrganisation(world.ground, actor, asked)).rejects.toMatchObject({
      reason: 'only-for-representatives',
    })
    await expect(
      listInvitations(world.ground, actor, { organisationId: organisation.id }),
    ).rejects.toMatchObject({ reason: 'only-for-representatives' })
  }
  const listed = await listInvitations(world.ground, organisation.representative, {
    organisationId: organisation.id,
  })
  expect(listed.invitations).toHaveLength(1)
})

test('inviting stops at thirty in an hour', async () => {
  const world = await aWorld({ limited: true })
  const { id: organisationId, representative } = await world.organisation()
  const invite = () =>
    inviteToOrganisation(world.ground, representative, {
      organisationId,
      email: `${randomUUID()}@people.test`,
      role: 'member',
    })
  for (let count = 0; count < 30; count += 1) await invite()
  await expect(invite()).rejects.toMatchObject({ kind: 'too-many' })
})

test('the last representative cannot leave, even when two leave at once', async () => {
  const world = await aWorld()
  const { id: organisationId, representative } = await world.organisation()
  const second = await world.person()
  await world.joins(second, organisationId, 'representative')
  const leaving = await Promise.allSettled(
    [representative, second].map((who) => leaveOrganisation(world.ground, who, { organisationId })),
  )
  expect(leaving.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('leaving ends the mandates, and a members-only consultation tells that the person is out', async () => {
  const world = await aWorld()
  const { id: organisationId, representative } = await world.organisation()
  const member = await world.person()
  await world.joins(member, organisationId)
  const { id, roomId, table } = await world.consultation({ visibility: 'members' })
  const seat = await world.seat({ tableId: table.id, organisationId, holder: member })
  await endMembership(world.ground, representative, { organisationId, personId: member.id })
  const mandate = await world.ground.db
    .selectFrom('mandates')
    .where('seatId', '=', seat.id)
    .select(['endsOn', 'endReason'])
    .executeTakeFirstOrThrow()
  expect(mandate.endReason).toBe('left-organisation')
  expect(mandate.endsOn! < dayFromNow(1)).toBe(true)
  expect(world.ground.told.map((grown) => grown.streamId)).toEqual([id, roomId])
  const event = await world.ground.db
    .selectFrom('events')
    .where('streamId', '=', roomId)
    .select(['name', 'body'])
    .executeTakeFirstOrThrow()
  expect(event).toEqual({ name: 'member-removed', body: { personId: member.id } })
})

test('only a representative ends a membership, and only of a member', async () => {
  const world = await aWorld()
  const { id: organisationId, representative } = await world.organisation()
  const stranger = await world.person()
  await expect(
    endMembership(world.ground, stranger, { organisationId, personId: representative.id }),
  ).rejects.toMatchObject({ reason: 'only-for-representatives' })
  await expect(
    endMembership(world.ground, representative, { organisationId, personId: stranger.id }),
  ).rejects.toMatchObject({ kind: 'unseen' })
  await expect(leaveOrganisation(world.ground, stranger, { organisationId })).rejects.toMatchObject({
    kind: 'unseen',
  })
})
