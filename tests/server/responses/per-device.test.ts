import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { action } from '#app/routes/surveys_.$surveyId_.whole_.sending/route.ts'
import { loader } from '#app/routes/surveys_.$surveyId_.whole/route.tsx'
import { platformFor } from '#server/platform.ts'
import { stored } from '#tests/support/responses.ts'
import { anOpenSurvey } from '#tests/support/surveys.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

/** A phone that keeps its cookie, or loses it, and sends a whole survey by the link. */
function aPhone({ ground }: World, surveyId: string) {
  let cookie = ''
  const context = { platform: platformFor(ground, guest), site: { origin: 'http://localhost' } }
  const page = `http://localhost/surveys/${surveyId}/whole`
  return {
    isToldUsedUp: async () => {
      const request = new Request(page, { headers: { Cookie: cookie } })
      const shown = await loader({ request, params: { surveyId }, context } as unknown as Parameters<
        typeof loader
      >[0])
      return shown.isUsedUp
    },
    forgetCookie: () => void (cookie = ''),
    send: async (clientId: string = randomUUID(), fields: object = { area: 'work' }) => {
      const request = new Request(`${page}/sending`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Cookie: cookie },
        body: JSON.stringify({ by: 'link', fields, clientId }),
      })
      const answer = await action({ request, params: { surveyId }, context } as unknown as Parameters<
        typeof action
      >[0])
      cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? cookie
      return { status: answer.status, ...((await answer.json()) as { refusal?: { reason: string } }) }
    },
  }
}

test('a whole survey is taken from one device as often as each may, as its pages one at a time are', async () => {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, { rules: { timesEach: '2' } })
  const phone = aPhone(world, surveyId)
  expect(await phone.send(undefined, { area: 'nowhere' })).toMatchObject({ status: 422 })
  const first = randomUUID()
  expect(await phone.send(first)).toMatchObject({ status: 200 })
  expect(await phone.isToldUsedUp()).toBe(false)
  expect(await phone.send()).toMatchObject({ status: 200 })
  expect(await phone.isToldUsedUp(), 'before they write it all again').toBe(true)
  expect(await phone.send()).toMatchObject({
    status: 409,
    refusal: { reason: 'survey-answered-already' },
  })
  expect(await phone.send(first), 'what was taken is taken').toMatchObject({ status: 200 })
  expect(await aPhone(world, surveyId).send()).toMatchObject({ status: 200 })
  expect(await stored(world, surveyId)).toHaveLength(3)
})

test('a device that never heard that its answers were taken is counted when it sends them again', async () => {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, { rules: { timesEach: '1' } })
  const phone = aPhone(world, surveyId)
  const clientId = randomUUID()
  await phone.send(clientId)
  phone.forgetCookie()
  expect(await phone.send(clientId)).toMatchObject({ status: 200 })
  expect(await phone.send()).toMatchObject({ status: 409 })
  expect(await stored(world, surveyId)).toHaveLength(1)
})
