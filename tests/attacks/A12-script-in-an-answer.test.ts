import { afterAll, beforeAll, expect, test } from 'vitest'
import { served, type Served } from '#tests/support/served.ts'
import { begun } from '#tests/support/responses.ts'
import { anOpenSurvey } from '#tests/support/surveys.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { faultsIn } from './markup.ts'

let site: Served
let world: World
beforeAll(async () => {
  world = await aWorld()
  site = await served({ ground: world.ground, screens: true })
}, 180_000)
afterAll(() => site.close())

const typed = '</script><script>alert(1)</script><!--<script>'

const aside = (html: string) =>
  JSON.parse(/<script id="survey-aside"[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? 'null') as unknown

test('what somebody answered on one page is data for the script of the next, and leaves its place in neither', async () => {
  const { surveyId } = await anOpenSurvey(world, {
    form: {
      survey: [
        'type | name | label | relevant',
        'begin_group | one | One | ',
        'text | said | Said | ',
        'end_group | | | ',
        'begin_group | two | Two | ',
        "text | more | More | ${said} != ''",
        'end_group | | | ',
      ].join('\n'),
    },
  })
  const { key, keep } = await begun(world, surveyId)
  await keep(0, { 'one/said': typed })
  const read = async (page: number, cookie: string) => {
    const answer = await fetch(`${site.url}/surveys/${surveyId}/answering?page=${page}`, {
      headers: { Cookie: `responding=${cookie}.link..no` },
    })
    expect(answer.status).toBe(200)
    return answer.text()
  }
  for (const page of [0, 1]) expect(faultsIn(await read(page, key)), `page ${page}`).toEqual([])
  expect(aside(await read(1, key))).toMatchObject({ answers: { one: { said: typed } } })

  const other = await begun(world, surveyId)
  await other.keep(0, { 'one/said': 'of another' })
  const theirs = await read(1, other.key)
  expect(aside(theirs), 'drawn before for somebody else').toMatchObject({
    answers: { one: { said: 'of another' } },
  })
  expect(theirs).not.toContain('alert(1)')
})
