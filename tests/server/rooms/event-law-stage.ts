import { randomUUID } from 'node:crypto'
import type { Person } from '#server/ground.ts'
import { platformFor, type Platform } from '#server/platform.ts'
import { aWorld, dayFromNow } from '#tests/support/world.ts'

export const paper = { titleIt: 'Una carta', textIt: 'Quanto costa un affitto.' }

export type Stage = Awaited<ReturnType<typeof aStage>>

/** A members-only room in the middle of its life: people of every kind in it, and messages that were changed and answered. */
export async function aStage() {
  const world = await aWorld()
  const { ground } = world
  const consultation = await world.consultation({ visibility: 'members' })
  const { id: consultationId, roomId, table } = consultation
  const { chair, secretary, moderator } = table
  const organisation = await world.organisation()
  const [ana, bruno, deputy, newcomer] = [
    await world.person({ name: 'Ana' }),
    await world.person({ name: 'Bruno' }),
    await world.person({ name: 'Supplente' }),
    await world.person({ name: 'Nuova' }),
  ]
  for (const { id: personId } of [ana, bruno])
    await ground.db
      .insertInto('consultationMembers')
      .values({ consultationId, personId, addedBy: chair.id })
      .execute()
  for (const who of [deputy, newcomer]) await world.joins(who, organisation.id)
  const seat = await world.seat({
    tableId: table.id,
    organisationId: organisation.id,
    holder: organisation.representative,
    alternate: deputy,
  })

  const as = (who: Person): Platform => platformFor(ground, who)
  const says = (who: Person, text: string, replyTo?: string) =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a room's message, not a window's
    as(who).rooms.postMessage({ roomId, text, language: 'it', replyTo, clientId: randomUUID() })
  const first = await says(ana, 'la prima')
  await says(bruno, 'in risposta', first.id)
  const hidden = await says(bruno, 'da togliere')
  await as(moderator).moderation.hide({
    kind: 'message',
    subjectId: hidden.id,
    reason: 'insult',
    note: 'Non si parla così.',
  })

  const aMeeting = async (state: 'called' | 'open' | 'closed') =>
    (await world.meeting({ consultation, state })).id
  const anItem = async (state: 'waiting' | 'running' | 'paused') => {
    const meetingId = await aMeeting('open')
    const item = { meetingId, itemId: (await world.agendaItem({ id: meetingId })).id }
    await world.agendaItem({ id: meetingId })
    if (state !== 'waiting') await as(chair).meetings.startItem(item)
    if (state === 'paused') await as(chair).meetings.pauseItem(item)
    return item
  }
  const aPaper = async () => {
    const item = await anItem('waiting')
    const { paperId } = await as(chair).meetings.addPaper({ ...item, ...paper, clientId: randomUUID() })
    return { ...item, paperId }
  }

  return {
    ...world,
    consultation,
    consultationId,
    roomId,
    tableId: table.id,
    chair,
    secretary,
    moderator,
    /** A member who said `messageId`, which Bruno answered. */
    ana,
    messageId: first.id,
    /** A member whose `hiddenId` was hidden. */
    bruno,
    hiddenId: hidden.id,
    /** An organisation with a seat at the table, who fills it, and a member who does not. */
    organisationId: organisation.id,
    seatId: seat.id,
    holder: organisation.representative,
    deputy,
    newcomer,
    /** What a mandate is founded on. */
    mandate: { actNumber: 'DDG 2', actDate: dayFromNow(-2), startsOn: dayFromNow(0) },
    /** What a meeting is called with. */
    calling: {
      titleIt: 'Casa e lavoro stagionale',
      startsAt: new Date(Date.now() + 48 * 3_600_000).toISOString(),
      endsAt: new Date(Date.now() + 51 * 3_600_000).toISOString(),
      languages: ['it' as const],
      quorum: 50,
      clientId: randomUUID(),
    },
    aMeeting,
    anItem,
    aPaper,
    as,
    says,
  }
}
