import { expect, test, vi } from 'vitest'
import { csvOf } from '#app/csv.ts'
import { writeWorkbook } from '#server/write-workbook.ts'
import { exportAnswers, listExports } from '#server/releases/index.ts'
import { closeSurvey } from '#server/surveys/index.ts'
import readWorkbook from 'read-excel-file/node'
import { anAnsweredSurvey, skewedAnswers } from '#tests/support/releases.ts'
import { testDatabase } from '#tests/support/ground.ts'
import { aWorld } from '#tests/support/world.ts'

const names = { format: 'xlsx', values: 'names', several: 'both' } as const

async function aClosedSurvey(answers = skewedAnswers(20)) {
  const world = await aWorld()
  const survey = await anAnsweredSurvey(world, { answers })
  await closeSurvey(world.ground, survey.chair, { surveyId: survey.surveyId })
  return { world, ...survey }
}

test('answers go out as KoBo would: groups by /, several choices in one column and each, repeats on a sheet of their own', async () => {
  const { world, surveyId, secretary } = await aClosedSurvey()
  const { sheets } = await exportAnswers(world.ground, secretary, { surveyId, ...names })
  const [responses, members] = sheets
  expect(responses!.rows[0]).toEqual([
    'area',
    'sector',
    'helps',
    'helps/union',
    'helps/friend',
    'helps/office',
    'age',
    'more/why',
    '_index',
    '_language',
  ])
  expect(responses!.rows).toHaveLength(21)
  const both = responses!.rows.find((row) => row[2] === 'union friend')!
  expect(both.slice(3, 6)).toEqual([1, 1, 0])
  expect(members!.rows[0]).toEqual([
    'member/name',
    'member/years',
    '_index',
    '_parent_table_name',
    '_parent_index',
  ])
  const index = responses!.rows.find((row) => row[7] === 'Testo 3')!.at(-2)
  expect(members!.rows.find((row) => row[0] === 'Nome 3')!.slice(1)).toEqual([7, index, 'responses', index])
})

test('with the words of a language, or each choice in a column alone', async () => {
  const { world, surveyId, secretary } = await aClosedSurvey()
  const shape = { surveyId, format: 'csv', values: 'labels', several: 'each' } as const
  const { sheets } = await exportAnswers(world.ground, secretary, shape)
  expect(sheets).toHaveLength(1)
  expect(sheets[0]!.rows[0]!.slice(0, 6)).toEqual([
    'Che cosa manca?',
    'Dove lavora?',
    "Chi l'ha aiutata?/Sindacato",
    "Chi l'ha aiutata?/Amici",
    "Chi l'ha aiutata?/Sportello",
    'Quanti anni ha?',
  ])
  expect(new Set(sheets[0]!.rows.slice(1).map(([area]) => area))).toContain('Casa')
  const { sheets: turns } = await exportAnswers(world.ground, secretary, { ...shape, part: 'member' })
  expect(turns[0]!.rows).toHaveLength(21)
})

test('rows come in another order each time, and nothing in them says who or when', async () => {
  const { world, surveyId, secretary } = await aClosedSurvey(skewedAnswers(40))
  const order = async () =>
    (await exportAnswers(world.ground, secretary, { surveyId, ...names })).sheets[0]!.rows.map(
      (row) => row[7],
    )
  expect(await order()).not.toEqual(await order())
})

test('each export is in the list that who leads the table reads, and it cannot be taken out of it', async () => {
  const { world, surveyId, secretary, chair } = await aClosedSurvey()
  await exportAnswers(world.ground, secretary, { surveyId, ...names })
  expect((await listExports(world.ground, chair, { surveyId })).exports).toMatchObject([
    { by: 'Segreteria', responses: 20, shape: { format: 'xlsx', values: 'names' } },
  ])
  await expect(
    world.ground.db.deleteFrom('surveyExports').where('surveyId', '=', surveyId).execute(),
  ).rejects.toThrow()
})

test('nobody else takes answers out, nor anybody while it is open or of very few', async () => {
  const { world, surveyId } = await aClosedSurvey()
  const someone = await world.person()
  await expect(exportAnswers(world.ground, someone, { surveyId, ...names })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(listExports(world.ground, someone, { surveyId })).rejects.toMatchObject({ kind: 'forbidden' })
  const open = await anAnsweredSurvey(world, { answers: skewedAnswers(20) })
  await expect(
    exportAnswers(world.ground, open.secretary, { surveyId: open.surveyId, ...names }),
  ).rejects.toMatchObject({ reason: 'read-after-close' })
  const few = await aClosedSurvey(skewedAnswers(4))
  await expect(
    exportAnswers(few.world.ground, few.secretary, { surveyId: few.surveyId, ...names }),
  ).rejects.toMatchObject({ reason: 'too-few-to-read' })
})

test('a formula that somebody answered is text in both files (A20)', async () => {
  const formula = '=HYPERLINK("https://evil.test","x")'
  const answers = skewedAnswers(20).map((each) => ({ ...each, more: { why: formula } }))
  const { world, surveyId, secretary } = await aClosedSurvey(answers)
  const { sheets } = await exportAnswers(world.ground, secretary, { surveyId, ...names })
  expect(csvOf(sheets[0]!.rows)).not.toContain(`,${formula.slice(0, 5)}`)
  expect(csvOf(sheets[0]!.rows)).toContain("'=HYPERLINK")
  const bytes = Buffer.from(await writeWorkbook({ sheets, rightToLeft: false }))
  const [sheet] = await readWorkbook(bytes)
  expect(JSON.stringify(sheet)).toContain('=HYPERLINK')
  expect(bytes.includes('<f>')).toBe(false)
})

test('words that every object has go out as any other', async () => {
  const answers = skewedAnswers(20).map((each) => ({ ...each, more: { why: 'constructor' } }))
  const { world, surveyId, secretary } = await aClosedSurvey(answers)
  const { sheets } = await exportAnswers(world.ground, secretary, {
    surveyId,
    ...names,
    language: 'toString',
  })
  const rows = [...sheets[0]!.rows, ['__proto__', 'hasOwnProperty', 'toString']]
  const bytes = await writeWorkbook({ sheets: [{ name: 'responses', rows }], rightToLeft: false })
  const [sheet] = await readWorkbook(Buffer.from(bytes))
  expect(sheet!.data.slice(1, 21).map((row) => row[7])).toEqual(Array(20).fill('constructor'))
  expect(sheet!.data.at(-1)!.slice(0, 3)).toEqual(['__proto__', 'hasOwnProperty', 'toString'])
})

const { url } = await testDatabase()
if (!url) process.stderr.write('exports at once: skipped, it needs a Postgres (set TEST_DATABASE_URL)\n')

test.skipIf(!url)(
  'while one export of a person runs their next is refused and not listed, and another person’s is made',
  async () => {
    const { world, surveyId, secretary, chair } = await aClosedSurvey()
    const { ground } = world
    const asked = { surveyId, ...names }
    let letGo: (() => void) | undefined
    let isRunning = false
    const gate = new Promise<void>((resolve) => void (letGo = resolve))
    // The first export stands still once it has its turn.
    const db = ground.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (result.rows[0] && 'taken' in result.rows[0]) {
          isRunning = true
          await gate
        }
        return result
      },
    })
    const first = exportAnswers({ ...ground, db }, secretary, asked)
    await vi.waitFor(() => expect(isRunning).toBe(true))
    await expect(exportAnswers(ground, secretary, asked)).rejects.toMatchObject({
      kind: 'too-many',
      reason: 'export-running',
    })
    expect((await exportAnswers(ground, chair, asked)).sheets).not.toEqual([])
    letGo?.()
    await first
    expect((await exportAnswers(ground, secretary, asked)).sheets, 'it was over').not.toEqual([])
    expect((await listExports(ground, chair, { surveyId })).exports.map(({ by }) => by).toSorted()).toEqual([
      'Presidente',
      'Segreteria',
      'Segreteria',
    ])
  },
)
