import { expect, test } from 'vitest'
import { admitMember, listMembers } from '#server/consultations/index.ts'
import { actorOf, editProfile, enterWithCode, requestCode } from '#server/people/index.ts'
import { appointOfficer, showOfficers, showTable } from '#server/tables/index.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aWorld, guest } from '#tests/support/world.ts'

function namesOf(shown: { name: string }[]): string[] {
  return shown.map(({ name }) => name)
}

test('whoever puts an address into a consultation or an office is not told whose it is before that person comes', async () => {
  const world = await aWorld()
  const { ground } = world
  const { id: consultationId, table } = await world.consultation({ visibility: 'members' })
  const coordinator = await world.person({ roles: ['coordinator'] })
  const known = await world.person({ name: 'Zahra Nota' })
  const seated = await world.person({ name: 'Seduta' })
  const organisation = await world.organisation()
  await world.seat({ tableId: table.id, organisationId: organisation.id, holder: seated })
  const unknown = `${crypto.randomUUID()}@people.test`
  const othersBefore = (await listMembers(ground, table.chair, { consultationId })).others
  for (const email of [known.email, unknown, seated.email])
    await admitMember(ground, table.chair, { consultationId, email })
  for (const email of [known.email, unknown])
    await appointOfficer(ground, coordinator, { tableId: table.id, email, office: 'moderator' })

  const members = async () => (await listMembers(ground, table.chair, { consultationId })).admitted
  const officers = async () => (await showOfficers(ground, coordinator, { tableId: table.id })).officers
  expect(namesOf(await members())).toEqual([known.email, unknown, seated.email])
  expect(namesOf((await officers()).slice(-2)).toSorted()).toEqual([known.email, unknown].toSorted())
  const seen = await listMembers(ground, table.chair, { consultationId })
  expect(seen.others).toEqual(expect.arrayContaining(othersBefore))
  expect(JSON.stringify([seen, await showTable(ground, guest, { tableId: table.id })])).not.toContain('Zahra')

  // Both come: the one who had a session on this device for a while, and the one who enters for the first time.
  ground.setNow(new Date(Date.now() + 11 * 60_000))
  await actorOf(ground, { ...guest, token: known.token, isPage: true, mayRotate: false })
  await requestCode(ground, guest, { email: unknown })
  const texts = (await mailsTo(ground, unknown)).map(({ text }) => /\d{3} \d{3}/.exec(text)?.[0])
  const code = texts.find((each) => each !== undefined) ?? ''
  const { personId } = await enterWithCode(ground, guest, { email: unknown, code })
  const newcomer = { ...known, id: personId, name: '' }
  await editProfile(ground, newcomer, { name: 'Nuova', language: 'it' })
  expect(namesOf(await members())).toEqual(['Zahra Nota', 'Nuova', seated.email])
  expect(namesOf(await officers())).toEqual(expect.arrayContaining(['Zahra Nota', 'Nuova']))
})
