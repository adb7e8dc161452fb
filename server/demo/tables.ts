import type { DemoContent } from '#db/seed/content/demo-content.ts'
import { appointOfficer, appointSeat, endSeat, foundTable } from '../tables/index.ts'
import type { Cast } from './cast.ts'
import type { Timeline } from './timeline.ts'

/** Tables are founded, get their officers, and appoint seats, some of which end. */
export function tablesIn(story: Timeline, cast: Cast, content: DemoContent): void {
  const { ground } = cast
  const coordinator = content.people.find((person) => person.coordinator)
  if (!coordinator) throw new Error('The demo has no coordinator to found its tables')
  for (const table of content.tables) {
    const founded = story.moment(table.foundedDay)
    story.add(founded, `${table.key} is founded`, async () => {
      const by = cast.as(coordinator.key)
      const { tableId } = await foundTable(ground, by, {
        nameIt: table.name.it,
        nameEn: table.name.en,
        nameFr: table.name.fr,
        nameAr: table.name.ar,
        territoryCode: table.territory,
        clientId: cast.clientId(table.key),
      })
      cast.keep(table.key, tableId)
      const officers = [
        { person: table.chair, office: 'chair' as const },
        { person: table.secretary, office: 'secretary' as const },
        ...table.moderators.map((person) => ({ person, office: 'moderator' as const })),
      ]
      for (const { person, office } of officers) {
        await appointOfficer(ground, by, { tableId, email: cast.person(person).email, office })
      }
    })
    for (const seat of table.seats) {
      // Appointed once the act is signed and the organisation is there to sit.
      const organisation = content.organisations.find((each) => each.key === seat.organisation)
      const verifiedDay =
        organisation?.verification.state === 'verified' ? organisation.verification.day : seat.act.day
      const appointed = Math.max(seat.act.day, table.foundedDay, verifiedDay)
      story.add(story.moment(appointed, 60), `${seat.key} is appointed`, async () => {
        const { seatId } = await appointSeat(ground, cast.as(table.chair), {
          tableId: cast.id(table.key),
          organisationId: cast.id(seat.organisation),
          kind: seat.kind,
          actNumber: seat.act.number,
          actDate: story.day(seat.act.day),
          startsOn: story.day(seat.startDay),
          endsOn: seat.endReason ? undefined : story.day(seat.endDay),
          holderId: seat.holder && cast.person(seat.holder).id,
          alternateId: seat.alternate && cast.person(seat.alternate).id,
          clientId: cast.clientId(seat.key),
        })
        cast.keep(seat.key, seatId)
      })
      // Decided a few days before: the seat that takes its place may be appointed before this one has ended.
      const { endReason } = seat
      if (endReason) {
        story.add(story.moment(seat.endDay - 3, 30), `${seat.key} ends`, async () =>
          endSeat(ground, cast.as(table.chair), {
            seatId: cast.id(seat.key),
            endsOn: story.day(seat.endDay - 1),
            reason: endReason,
          }),
        )
      }
    }
  }
}
