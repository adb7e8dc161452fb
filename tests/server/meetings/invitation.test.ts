import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import type { Person } from '#server/ground.ts'
import { deliverMails } from '#server/mails/index.ts'
import {
  callMeeting,
  cancelMeeting,
  editMeeting,
  isReminderDue,
  openMeeting,
  remindOfMeetings,
  showCalendar,
} from '#server/meetings/index.ts'
import { listNotices, setRhythm, tellStream } from '#server/notices/index.ts'
import { fakeSmtp } from '#tests/support/fake-smtp.ts'
import { leaveOtherMails } from '#tests/support/mails.ts'
import { aWorld, dayFromNow, guest } from '#tests/support/world.ts'

const hour = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString()

/** A consultation whose table has a seat with a holder and an alternate, and one whose term is over. */
async function aTable(given: { visibility?: 'public' | 'members'; smtpUrl?: string } = {}) {
  const world = await aWorld(given.smtpUrl ? { settings: { smtpUrl: given.smtpUrl } } : {})
  const consultation = await world.consultation({ visibility: given.visibility ?? 'public' })
  const { table } = consultation
  const [holder, alternate, former] = [
    await world.person({ language: 'ar' }),
    await world.person({ language: 'fr' }),
    await world.person(),
  ]
  const seat = async (who: { holder: typeof holder; alternate?: typeof holder; endsOn?: string }) => {
    const { id } = await world.organisation({ representative: who.holder })
    return world.seat({ tableId: table.id, organisationId: id, ...who })
  }
  await seat({ holder, alternate })
  await seat({ holder: former, endsOn: dayFromNow(-2) })
  const asked = {
    consultationId: consultation.id,
    titleIt: 'Casa e lavoro; stagione 2027, prima parte',
    titleAr: 'السكن والعمل',
    startsAt: inHours(72),
    endsAt: inHours(75),
    place: 'Sala Rossa, via Libertà 1',
    languages: ['it' as const, 'ar' as const],
    quorum: 50,
    clientId: randomUUID(),
  }
  return { ...world, consultation, table, chair: table.chair, holder, alternate, former, asked }
}

type Table = Awaited<ReturnType<typeof aTable>>

function mailsTo({ ground }: Table, person: Person) {
  return ground.db
    .selectFrom('mails')
    .where('personId', '=', person.id)
    .orderBy('createdAt')
    .select(['subject', 'text', 'language', 'calendar', 'recipient'])
    .execute()
}

/** The lines of a calendar as a reader of RFC 5545 has them: unfolded and unescaped. */
function read(file: string) {
  expect(file.endsWith('\r\n')).toBe(true)
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const lines = file.replaceAll('\r\n ', '').trimEnd().split('\r\n')
  const value = (name: string) => {
    const found = lines.find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    return found
      ?.slice(found.indexOf(':') + 1)
      .replace(/\\([\\;,nN])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter))
  }
  return { lines, value }
}

async function lastCalendar(table: Table, person: Person) {
  const { calendar } = (await mailsTo(table, person)).at(-1)!
  const { method, file } = calendar as { method: string; file: string }
  return { method, ...read(file) }
}

test('whoever has a part in the meeting gets a mail in their language, and nobody else', async () => {
  const table = await aTable()
  const { ground, chair, holder, alternate, former, asked } = table
  await setRhythm(ground, alternate, { rhythm: 'never' })
  const { meetingId } = await callMeeting(ground, chair, asked)
  await callMeeting(ground, chair, asked)
  for (const person of [chair, table.table.secretary, table.table.moderator, holder, alternate])
    expect(await mailsTo(table, person)).toHaveLength(1)
  expect(await mailsTo(table, former)).toEqual([])
  const [mail] = await mailsTo(table, holder)
  expect(mail).toMatchObject({ language: 'ar', subject: 'أنت مدعو إلى اجتماع' })
  expect(mail?.text).toContain('«السكن والعمل»')
  expect(mail?.text).toContain(`http://localhost:3000/meetings/${meetingId}`)
  expect((await mailsTo(table, alternate))[0]).toMatchObject({ subject: 'Vous êtes convoqué à une séance' })
})

test('the file is a request of the meeting to that person alone, by UTC, folded and escaped', async () => {
  const table = await aTable()
  const { ground, chair, holder, asked } = table
  const { meetingId } = await callMeeting(ground, chair, asked)
  const { method, lines, value } = await lastCalendar(table, holder)
  expect(method).toBe('REQUEST')
  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  expect(lines.at(-1)).toBe('END:VCALENDAR')
  expect(value('METHOD')).toBe('REQUEST')
  expect(value('UID')).toBe(`meeting-${meetingId}@localhost`)
  expect(value('SEQUENCE')).toBe('0')
  expect(value('DTSTART')).toBe(asked.startsAt.replace(/[-:]|\.\d+/g, ''))
  expect(value('DTEND')).toBe(asked.endsAt.replace(/[-:]|\.\d+/g, ''))
  expect(value('DTSTAMP')).toMatch(/^\d{8}T\d{6}Z$/)
  expect(value('LOCATION')).toBe('Sala Rossa, via Libertà 1')
  expect(value('STATUS')).toBe('CONFIRMED')
  expect(value('ORGANIZER')).toBe('mailto:no-reply@localhost')
  const attendees = lines.filter((line) => line.startsWith('ATTENDEE'))
  expect(attendees).toHaveLength(1)
  expect(attendees[0]?.toLowerCase()).toContain(`mailto:${holder.email}`)
  expect(value('SUMMARY')).not.toContain('السكن')
  expect(value('DESCRIPTION')).toContain('السكن والعمل')
})

test('of a members-only consultation neither the mail nor the calendar says the title', async () => {
  const table = await aTable({ visibility: 'members' })
  const { ground, chair, holder, asked } = table
  await callMeeting(ground, chair, asked)
  const [mail] = await mailsTo(table, holder)
  expect(JSON.stringify(mail)).not.toContain('السكن')
  expect(JSON.stringify(mail)).not.toContain('Casa e lavoro')
})

test('a change raises the sequence under the same UID, and is told; one that changes nothing is not', async () => {
  const table = await aTable()
  const { ground, chair, holder, asked } = table
  const { meetingId } = await callMeeting(ground, chair, asked)
  const { consultationId: _, clientId: __, ...shown } = asked
  await editMeeting(ground, chair, { ...shown, meetingId })
  await editMeeting(ground, chair, { ...shown, meetingId, quorum: 60 })
  expect(await mailsTo(table, holder)).toHaveLength(1)
  await editMeeting(ground, chair, { ...shown, meetingId, quorum: 60, startsAt: inHours(73) })
  expect(await mailsTo(table, holder)).toHaveLength(2)
  const { method, value } = await lastCalendar(table, holder)
  expect([method, value('SEQUENCE'), value('UID')]).toEqual([
    'REQUEST',
    '2',
    `meeting-${meetingId}@localhost`,
  ])
  const events = await ground.db
    .selectFrom('events')
    .where('aboutId', '=', meetingId)
    .orderBy('seq')
    .select(['name', 'body'])
    .execute()
  expect(events).toMatchObject([
    { name: 'meeting-called' },
    { name: 'meeting-changed', body: { isMoved: false } },
    { name: 'meeting-changed', body: { isMoved: true } },
  ])
})

test('a cancelled meeting is taken out of calendars, with the reason, once', async () => {
  const table = await aTable()
  const { ground, chair, holder, asked } = table
  const { meetingId } = await callMeeting(ground, chair, asked)
  const cancelling = { meetingId, reason: 'La sala non è libera.' }
  await Promise.all([
    cancelMeeting(ground, chair, cancelling),
    cancelMeeting(ground, table.table.secretary, cancelling),
  ])
  const mails = await mailsTo(table, holder)
  expect(mails).toHaveLength(2)
  expect(mails[1]?.text).toContain('La sala non è libera.')
  const { method, value } = await lastCalendar(table, holder)
  expect([method, value('METHOD'), value('STATUS'), value('SEQUENCE')]).toEqual([
    'CANCEL',
    'CANCEL',
    'CANCELLED',
    '1',
  ])
  await expect(openMeeting(ground, chair, { meetingId })).rejects.toMatchObject({
    reason: 'meeting-cancelled',
  })
  const { consultationId: _, clientId: __, ...shown } = asked
  await expect(editMeeting(ground, chair, { ...shown, meetingId })).rejects.toMatchObject({
    reason: 'meeting-cancelled',
  })
})

test('an open meeting is neither changed nor cancelled, and only the chair or the secretary does either', async () => {
  const table = await aTable()
  const { ground, chair, holder, asked } = table
  const { meetingId } = await callMeeting(ground, chair, asked)
  const { consultationId: _, clientId: __, ...shown } = asked
  for (const who of [holder, table.table.moderator]) {
    await expect(editMeeting(ground, who, { ...shown, meetingId })).rejects.toMatchObject({
      reason: 'only-for-chair-or-secretary',
    })
    await expect(cancelMeeting(ground, who, { meetingId, reason: 'Perché no' })).rejects.toMatchObject({
      reason: 'only-for-chair-or-secretary',
    })
  }
  await openMeeting(ground, chair, { meetingId })
  await expect(cancelMeeting(ground, chair, { meetingId, reason: 'Troppo tardi' })).rejects.toMatchObject({
    reason: 'meeting-already-opened',
  })
  await expect(editMeeting(ground, chair, { ...shown, meetingId })).rejects.toMatchObject({
    reason: 'meeting-already-opened',
  })
})

test('a notice says it on the platform too, without a second mail', async () => {
  const table = await aTable()
  const { ground, chair, holder, former, asked, consultation } = table
  await setRhythm(ground, holder, { rhythm: 'at-once' })
  const { meetingId } = await callMeeting(ground, chair, asked)
  await tellStream(ground, consultation.roomId)
  const { notices } = await listNotices(ground, { ...holder, language: 'it' }, {})
  expect(notices).toMatchObject([
    {
      text: 'Il tuo tavolo è convocato per una seduta.',
      title: { text: asked.titleIt, language: 'it' },
      path: `/meetings/${meetingId}`,
    },
  ])
  expect(await mailsTo(table, holder)).toHaveLength(1)
  const { notices: none } = await listNotices(ground, former, {})
  expect(none).toEqual([])
})

test('a day before everybody is reminded, once, by however many nodes', async () => {
  const table = await aTable()
  const { ground, chair, holder, asked } = table
  const { meetingId } = await callMeeting(ground, chair, asked)
  const start = Date.parse(asked.startsAt)
  ground.setNow(new Date(start - 25 * hour))
  await remindOfMeetings(ground)
  expect(await mailsTo(table, holder)).toHaveLength(1)
  ground.setNow(new Date(start - 23 * hour))
  expect(await isReminderDue(ground)).toBe(true)
  await Promise.all(Array.from({ length: 8 }, () => remindOfMeetings(ground)))
  expect((await mailsTo(table, holder)).map(({ subject }) => subject)).toEqual([
    'أنت مدعو إلى اجتماع',
    'اقترب موعد اجتماع',
  ])
  const { value } = await lastCalendar(table, holder)
  expect([value('METHOD'), value('SEQUENCE')]).toEqual(['REQUEST', '0'])
  const told = await ground.db
    .selectFrom('events')
    .where('aboutId', '=', meetingId)
    .where('name', '=', 'meeting-near')
    .select('actorId')
    .execute()
  expect(told).toEqual([{ actorId: null }])
})

test('moved to another day, a meeting is reminded of again; called for tomorrow morning, not at all', async () => {
  const table = await aTable()
  const { ground, chair, holder, asked } = table
  const { meetingId } = await callMeeting(ground, chair, asked)
  const { consultationId: _, clientId: __, ...shown } = asked
  ground.setNow(new Date(Date.parse(asked.startsAt) - 20 * hour))
  await remindOfMeetings(ground)
  const moved = { ...shown, meetingId, startsAt: inHours(120), endsAt: inHours(122) }
  await editMeeting(ground, chair, moved)
  ground.setNow(new Date(Date.parse(moved.startsAt) - 20 * hour))
  await remindOfMeetings(ground)
  expect(await mailsTo(table, holder)).toHaveLength(4)
  ground.setNow(null)

  const soon = await aTable()
  await callMeeting(soon.ground, soon.chair, { ...soon.asked, startsAt: inHours(10), endsAt: inHours(12) })
  await remindOfMeetings(soon.ground)
  expect(await mailsTo(soon, soon.holder)).toHaveLength(1)
})

test('the mail goes out with the appointment as a part of its own', async () => {
  const smtp = await fakeSmtp()
  onTestFinished(smtp.close)
  const table = await aTable({ smtpUrl: smtp.url })
  const { ground, chair, holder, asked } = table
  await leaveOtherMails(ground)
  await callMeeting(ground, chair, asked)
  await deliverMails(ground)
  const message = smtp.arrived.find(({ to }) => to === holder.email)?.message ?? ''
  expect(message).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i)
  expect(message).toContain('meeting.ics')
})

test('the file for a calendar is for whoever may see the meeting, and names nobody', async () => {
  const table = await aTable()
  const { ground, chair, asked } = table
  const { meetingId } = await callMeeting(ground, chair, asked)
  const { file } = await showCalendar(ground, guest, { meetingId })
  const { value, lines } = read(file)
  expect(value('METHOD')).toBe('PUBLISH')
  expect(lines.some((line) => line.startsWith('ATTENDEE'))).toBe(false)
  const hidden = await aTable({ visibility: 'members' })
  const called = await callMeeting(hidden.ground, hidden.chair, hidden.asked)
  await expect(showCalendar(hidden.ground, guest, { meetingId: called.meetingId })).rejects.toMatchObject({
    kind: 'unseen',
  })
  expect((await showCalendar(hidden.ground, hidden.holder, { meetingId: called.meetingId })).file).toContain(
    'BEGIN:VEVENT',
  )
})
