import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { PaperText } from './contract.ts'

export async function findAddedPaper(trx: Trx, itemId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  return trx
    .selectFrom('agendaPapers')
    .where('itemId', '=', itemId)
    .where('clientId', '=', clientId)
    .select('id')
    .executeTakeFirst()
}

export async function countPapers(trx: Trx, itemId: string): Promise<number> {
  const { papers } = await trx
    .selectFrom('agendaPapers')
    .where('itemId', '=', itemId)
    .where('removedAt', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('papers'))
    .executeTakeFirstOrThrow()
  return papers
}

export async function isPaperOf(
  db: Reader,
  { meetingId, itemId, paperId }: { meetingId: string; itemId: string; paperId: string },
): Promise<boolean> {
  const found = await db
    .selectFrom('agendaPapers')
    .innerJoin('agendaItems', 'agendaItems.id', 'agendaPapers.itemId')
    .where('agendaPapers.id', '=', paperId)
    .where('agendaPapers.removedAt', 'is', null)
    .where('agendaItems.id', '=', itemId)
    .where('agendaItems.meetingId', '=', meetingId)
    .where('agendaItems.removedAt', 'is', null)
    .select('agendaPapers.id')
    .executeTakeFirst()
  return found !== undefined
}

export async function listPaperTexts(db: Reader, paperId: string): Promise<PaperText[]> {
  const { rows } = await sql<PaperText>`select language, title, text, link from agenda_paper_texts
    where paper_id = ${paperId} order by language`.execute(db)
  return rows
}

export async function keepPaper(
  trx: Trx,
  paper: { itemId: string; clientId: string | null; texts: PaperText[] },
): Promise<string> {
  const { itemId, clientId } = paper
  const { id } = await trx
    .insertInto('agendaPapers')
    .values({
      itemId,
      clientId,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from agenda_papers where item_id = ${itemId})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepPaperTexts(trx, id, paper.texts)
  return id
}

/** The paper in these languages and no others; a text that stays as it was keeps the day it was written. */
export async function keepPaperTexts(trx: Trx, paperId: string, texts: PaperText[]): Promise<void> {
  await trx
    .deleteFrom('agendaPaperTexts')
    .where('paperId', '=', paperId)
    .where(
      'language',
      'not in',
      texts.map(({ language }) => language),
    )
    .execute()
  await trx
    .insertInto('agendaPaperTexts')
    .values(texts.map((text) => ({ paperId, ...text })))
    .onConflict((kept) =>
      kept
        .columns(['paperId', 'language'])
        .doUpdateSet((set) => ({
          title: set.ref('excluded.title'),
          text: set.ref('excluded.text'),
          link: set.ref('excluded.link'),
          writtenAt: set.ref('excluded.writtenAt'),
        }))
        .where(
          sql<boolean>`(agenda_paper_texts.title, agenda_paper_texts.text, agenda_paper_texts.link)
            is distinct from (excluded.title, excluded.text, excluded.link)`,
        ),
    )
    .execute()
}

export async function keepPaperRemoved(trx: Trx, paperId: string, now: Date): Promise<void> {
  await trx.updateTable('agendaPapers').set({ removedAt: now }).where('id', '=', paperId).execute()
}
