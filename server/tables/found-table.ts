import { byLanguage } from '../by-language.ts'
import { command } from '../command.ts'
import { insist, Refusal, refuseField } from '../refusal.ts'
import { findTerritory } from '../territories/index.ts'
import { FoundTable } from './contract.ts'
import { findFounded, keepTable } from './records.ts'
import { mayFound } from './rules.ts'

/** Founds a table for a territory, or for several regions when none is named. */
export const foundTable = command(FoundTable, async ({ trx, actor, now }, asked) => {
  insist(mayFound(actor))
  const before = asked.clientId && (await findFounded(trx, actor.id, asked.clientId))
  if (before) return { tableId: before.id }
  if (asked.territoryCode && !(await findTerritory(trx, asked.territoryCode)))
    throw refuseField('territoryCode', 'not-in-list')
  const kept = await keepTable(trx, {
    name: byLanguage({ it: asked.nameIt, en: asked.nameEn, fr: asked.nameFr, ar: asked.nameAr }),
    purpose: byLanguage({
      it: asked.purposeIt,
      en: asked.purposeEn,
      fr: asked.purposeFr,
      ar: asked.purposeAr,
    }),
    territoryCode: asked.territoryCode ?? null,
    foundedBy: actor.id,
    createdAt: now,
    clientId: asked.clientId ?? null,
  })
  const table = kept ?? (asked.clientId && (await findFounded(trx, actor.id, asked.clientId)))
  if (!table) throw new Refusal('conflict', 'try-again')
  return { tableId: table.id }
})
