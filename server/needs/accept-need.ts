import type { Reader } from '#db/database.ts'
import { acceptDocument, plainTextOf } from '../documents/index.ts'
import { refuseField } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import type { Written } from './contract.ts'
import type { NeedWritten } from './records.ts'
import { findPlaces, findWhere } from './records-places.ts'

/** What was typed in the form, judged and ready to keep. */
export async function acceptNeed(db: Reader, asked: Written, now: Date): Promise<NeedWritten> {
  const document = acceptDocument(asked)
  const since = asked.since ? `${asked.since}-01` : null
  if (since !== null && since > romeDay(now)) throw refuseField('since', 'month-to-come')
  const place = await resolvePlace(db, asked)
  return {
    title: asked.title,
    document,
    plain: plainTextOf(document),
    language: asked.language,
    territoryCode: place.code,
    regionCode: place.regionCode,
    provinceCode: place.provinceCode,
    areas: asked.areas,
    concerns: asked.concerns,
    urgency: asked.urgency,
    since,
    tried: asked.tried ?? '',
  }
}

/** Where it is: a name typed in a region must mean one place, or the one of them that was picked. */
async function resolvePlace(db: Reader, { regionCode, place, territoryCode }: Written) {
  if (regionCode && place) {
    const found = await findPlaces(db, regionCode, place)
    const meant =
      found.find((each) => each.code === territoryCode) ?? (found.length === 1 ? found[0] : undefined)
    if (meant) return known(db, meant.code, 'place')
    throw refuseField('place', found.length === 0 ? 'place-not-found' : 'place-which')
  }
  const code = regionCode ?? territoryCode
  if (!code) throw refuseField('regionCode', 'needed')
  return known(db, code, 'regionCode')
}

async function known(db: Reader, code: string, field: string) {
  const found = await findWhere(db, code)
  if (!found) throw refuseField(field, 'not-in-list')
  return found
}
