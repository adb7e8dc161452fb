import type { DemoContent } from '#db/seed/content/demo-content.ts'
import {
  acceptInvitation,
  inviteToOrganisation,
  registerOrganisation,
  rejectOrganisation,
  verifyOrganisation,
} from '../organisations/index.ts'
import type { Cast } from './cast.ts'
import { invitationToken } from './records.ts'
import type { Timeline } from './timeline.ts'

/** Organisations are registered, invite their people, and are verified or rejected. */
export function organisationsIn(story: Timeline, cast: Cast, content: DemoContent): void {
  const { ground } = cast
  for (const organisation of content.organisations) {
    const { key, verification } = organisation
    const [first, ...others] = organisation.representatives
    if (!first) throw new Error(`${key} has nobody to register it`)
    const registered = story.moment(organisation.registeredDay)
    story.add(registered, `${key} is registered`, async () => {
      const { organisationId } = await registerOrganisation(ground, cast.as(first), {
        name: organisation.name,
        kind: organisation.kind,
        territoryCode: organisation.territory,
        languages: organisation.languages as never,
        communities: organisation.communities,
        registerNumber: organisation.registerNumber,
        clientId: cast.clientId(key),
      })
      cast.keep(key, organisationId)
    })
    const colleagues = [
      ...others.map((person) => ({ person, role: 'representative' as const })),
      ...organisation.members.map((person) => ({ person, role: 'member' as const })),
    ]
    for (const { person, role } of colleagues) {
      story.add(registered, `${person} joins ${key}`, async () => {
        const { email } = cast.person(person)
        await inviteToOrganisation(ground, cast.as(first), { organisationId: cast.id(key), email, role })
        await acceptInvitation(ground, cast.as(person), { token: await invitationToken(ground.db, email) })
      })
    }
    if (verification.state === 'pending') continue
    story.add(story.moment(verification.day), `${key} is ${verification.state}`, async () =>
      verification.state === 'verified'
        ? verifyOrganisation(ground, cast.as(verification.by), { organisationId: cast.id(key) })
        : rejectOrganisation(ground, cast.as(verification.by), {
            organisationId: cast.id(key),
            reason: verification.reason,
          }),
    )
  }
}
