import { saidIn } from '../by-language.ts'
import type { Act } from '../command.ts'
import { sendMail, withoutAddresses } from '../mails/index.ts'
import { findAddressee } from '../people/index.ts'
import { romeDay } from '../rome-day.ts'
import { findOrganisation, findTableName } from './records-shown.ts'
import type { MandatePart, Office } from './words.ts'

/**
 * Writes to who was given an office or a seat, or lost one, in their own language: many have never entered, and nothing
 * else would tell them. It is part of the office, so it does not follow the rhythm that one chose for news.
 */
export async function tellHolder(
  { trx, ground, now }: Pick<Act, 'trx' | 'ground' | 'now'>,
  to: { personId: string; tableId: string },
  given:
    | { kind: 'office-given' | 'office-ended'; office: Office }
    | {
        kind: 'seat-filled' | 'seat-ended'
        part: MandatePart
        organisationId: string
        startsOn: string
        endsOn: string | null
      },
): Promise<void> {
  const addressee = await findAddressee(trx, to.personId)
  const table = await findTableName(trx, to.tableId)
  if (!addressee || !table) return
  const { language } = addressee
  const values = {
    table: withoutAddresses(saidIn(table.name, language).text),
    link: new URL(`/tables/${to.tableId}`, ground.settings.publicUrl).href,
  }
  if ('office' in given)
    return sendMail(trx, { ...addressee, kind: given.kind, values: { ...values, office: given.office } })
  const { kind, part, startsOn, endsOn } = given
  const isOver = endsOn !== null && endsOn < romeDay(now)
  // A term that is recorded once it is over gives nobody a seat.
  if (kind === 'seat-filled' && isOver) return
  const written = (day: string) =>
    new Date(day).toLocaleDateString(`${language}-u-ca-gregory-nu-latn`, {
      dateStyle: 'long',
      timeZone: 'UTC',
    })
  const { name } = await findOrganisation(trx, given.organisationId)
  await sendMail(trx, {
    ...addressee,
    kind,
    values: {
      ...values,
      part,
      organisation: withoutAddresses(name),
      from: written(startsOn),
      until: endsOn === null ? '' : written(endsOn),
      isOver: isOver ? 'yes' : 'no',
      // The last day of a term that never began is the one before its first.
      began: endsOn === null || endsOn >= startsOn ? 'yes' : 'no',
    },
  })
}
