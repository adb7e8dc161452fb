import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aGround } from '#tests/support/ground.ts'
import { served, type Served } from '#tests/support/served.ts'
import { anOpenSurvey } from '#tests/support/surveys.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let site: Served
let world: World
let taken: string[] = []

beforeAll(async () => {
  world = await aWorld()
  const ground = await aGround()
  ground.limits = { take: async (name) => void taken.push(name) }
  site = await served({ ground, screens: true })
}, 180_000)
beforeEach(() => {
  taken = []
})
afterAll(() => site.close())

test('what is not kept for other guests is made once for the one who asked', async () => {
  const absent = await fetch(`${site.url}/needs/${crypto.randomUUID()}`)
  expect(absent.status).toBe(404)
  expect(await absent.text()).toContain('<h1')
  expect(taken).toEqual(['page-by-network'])
})

test('a file is made once for the guest who asked', async () => {
  const { surveyId } = await anOpenSurvey(world)
  const paper = await fetch(`${site.url}/surveys/${surveyId}/print`)
  expect(paper.headers.get('content-type')).toBe('application/pdf')
  expect(paper.status).toBe(200)
  expect(taken).toEqual(['page-by-network', 'paper-by-person'])

  taken = []
  const { id } = await world.consultation()
  const votes = await fetch(`${site.url}/consultations/${id}/opinions/votes.csv`)
  await votes.text()
  expect(taken).toEqual(['page-by-network'])
})
