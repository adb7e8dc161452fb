import { expect, test } from 'vitest'
import { loader } from '#app/routes/consultations_.$consultationId_.polls/route.tsx'
import { showConsultation } from '#server/consultations/index.ts'
import { platformFor } from '#server/platform.ts'
import { aBallot } from '#tests/support/decisions.ts'
import { anOpenPoll, aPollingTable } from '#tests/support/polls.ts'
import { anOpenSurvey } from '#tests/support/surveys.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

async function figuresOf({ ground }: World, consultationId: string) {
  return (await showConsultation(ground, guest, { consultationId })).figures
}

test('a consultation says how many votes and surveys are open in it now', async () => {
  const world = await aWorld()
  const planned = await aBallot(world, { state: 'planned' })
  expect(await figuresOf(world, planned.consultation.id)).toMatchObject({ openVotes: 0, openSurveys: 0 })
  const open = await aBallot(world)
  expect(await figuresOf(world, open.consultation.id)).toMatchObject({ openVotes: 1 })
  const table = await aPollingTable(world, { visibility: 'public' })
  await anOpenPoll(world, table)
  expect(await figuresOf(world, table.consultation.id)).toMatchObject({ openVotes: 1 })
  const survey = await anOpenSurvey(world)
  expect(await figuresOf(world, survey.consultation.id)).toMatchObject({ openVotes: 0, openSurveys: 1 })
})

test('a vote upon a proposal is found where the votes of its consultation are looked for', async () => {
  const world = await aWorld()
  const { consultation, id } = await aBallot(world)
  const shown = await loader({
    request: new Request(`http://localhost/consultations/${consultation.id}/polls`),
    params: { consultationId: consultation.id },
    context: { platform: platformFor(world.ground, guest) },
  } as unknown as Parameters<typeof loader>[0])
  expect(shown).toMatchObject({ polls: [], ballots: [{ id, state: 'open' }] })
})
