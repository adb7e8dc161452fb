import { aProposal } from '#tests/support/proposals.ts'
import { dayFromNow, type World } from '#tests/support/world.ts'

/** Two regional tables and one between regions, with what is open, due, published and answered at them. */
export async function aHomeStory(world: World) {
  const { db } = world.ground
  const [sicilia, calabria, between] = [
    await world.table(),
    await world.table({ territoryCode: '18' }),
    await world.table({ territoryCode: null }),
  ]
  const open = await world.consultation({ table: sicilia, phase: 'discuss' })
  const other = await world.consultation({ table: sicilia, phase: 'listen' })
  const interregional = await world.consultation({ table: between })
  const secret = await world.consultation({ table: calabria, visibility: 'members' })
  const closed = await world.consultation({ table: calabria, phase: 'follow' })
  await db.updateTable('consultations').set({ closedAt: new Date() }).where('id', '=', closed.id).execute()
  const opened = [open, other, interregional, closed, secret]
  for (const [index, { id }] of opened.entries())
    await db
      .updateTable('consultations')
      .set({ openedAt: new Date(Date.UTC(2026, 0, 1 + index)) })
      .where('id', '=', id)
      .execute()

  const ask = async (consultation: typeof open, dueOn: string, settled = false) => {
    const proposal = await aProposal(world, consultation, { state: 'answered', title: `Entro il ${dueOn}` })
    await db
      .insertInto('answerRequests')
      .values({
        proposalId: proposal.id,
        organisationId: consultation.answering.id,
        askedBy: consultation.table.chair.id,
        dueOn,
        settledAt: settled ? new Date() : null,
      })
      .execute()
    return proposal
  }
  await ask(open, dayFromNow(-3))
  await ask(open, dayFromNow(40))
  await ask(secret, dayFromNow(-30))
  for (const [index, consultation] of [open, open, open, closed, secret].entries()) {
    const proposal = await ask(consultation, dayFromNow(-60), true)
    const given = {
      number: 1,
      outcome: 'accepted' as const,
      text: 'Sì',
      givenBy: open.answering.representative.id,
    }
    await db
      .insertInto('answers')
      .values({ ...given, proposalId: proposal.id, givenAt: new Date(Date.UTC(2026, 1, 1 + index)) })
      .execute()
  }

  const publish = async (consultation: typeof open, number: number, supersedesId: string | null = null) => {
    const brief = {
      consultationId: consultation.id,
      year: 2026,
      number,
      supersedesId,
      nextSteps: 'Si va avanti',
    }
    const { id } = await db
      .insertInto('briefs')
      .values({
        ...brief,
        content: '{}',
        canonical: '{}',
        sha256: 'x',
        publishedBy: consultation.table.chair.id,
        publishedAt: new Date(Date.UTC(2026, 2, number)),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }
  const old = await publish(open, 1)
  const newer = await publish(open, 2, old)
  const ofClosed = await publish(closed, 3)
  await publish(secret, 4)

  const [tomorrow, later] = [
    await world.organisation({ name: 'Ponti' }),
    await world.organisation({ name: 'Anta' }),
  ]
  const seated = { tableId: sicilia.id, kind: 'voting' as const }
  await world.seat({
    ...seated,
    organisationId: tomorrow.id,
    holder: tomorrow.representative,
    endsOn: dayFromNow(10),
  })
  await world.seat({ ...seated, organisationId: later.id })
  await world.seat({ ...seated, organisationId: later.id, endsOn: dayFromNow(-1) })
  return {
    sicilia,
    calabria,
    between,
    open,
    other,
    interregional,
    secret,
    closed,
    newer,
    ofClosed,
    sits: tomorrow.representative,
  }
}
