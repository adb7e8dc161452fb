import { readdirSync, readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import PO from 'pofile'
import { listSurveys, printForm, uploadSurvey } from '#server/surveys/index.ts'
import { sheetReasons } from '#server/surveys/words.ts'
import { compileCatalogue } from '#server/sentences.ts'
import { aDraftSurvey, anOpenSurvey } from '#tests/support/surveys.ts'
import { aWorld } from '#tests/support/world.ts'

test.each(['it', 'en', 'fr', 'ar'])(
  'in %s every reason of a spreadsheet has its sentence, and no sentence is left over',
  (language) => {
    const po = readFileSync(`app/i18n/xlsform/${language}.po`, 'utf8')
    const said = PO.parse(po).items.filter(({ msgstr }) => (msgstr[0] ?? '').trim() !== '')
    expect(said.map(({ msgid }) => msgid).sort()).toEqual(
      sheetReasons.map((reason) => `xlsform.${reason}`).sort(),
    )
    // A bracket that opens a value and is none would stop the page.
    expect(Object.keys(compileCatalogue(po))).toHaveLength(sheetReasons.length)
  },
)

test('no reason is given that is not in the list: what reads sheets and expressions names no other', () => {
  const sources = ['server/surveys/xlsform', 'server/surveys/expressions'].flatMap((folder) =>
    readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  )
  const given = new Set(
    sources.flatMap((source) =>
      [
        ...source.matchAll(
          /(?:reason: |ofFile\(|'(?:error|warning)', |wrong\(|ExpressionProblem\()'([a-z]+(?:-[a-z]+)+)'/g,
        ),
      ].map(([, reason = '']) => reason),
    ),
  )
  expect(given.size).toBeGreaterThan(40)
  expect([...given].filter((reason) => !(sheetReasons as readonly string[]).includes(reason))).toEqual([])
})

/** One part that unpacks to much more than it weighs, in an archive that says it is small. */
function bomb(claims: number): Buffer {
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const packed = deflateRawSync(Buffer.alloc(60_000_000, 32))
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(claims, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, central, name, end])
}

test('A16: a file that unpacks without end, or lies of its size, is no survey; nor are other files under its name', async () => {
  const world = await aWorld()
  const { id, table } = await world.consultation()
  const upload = async (bytes: Buffer) =>
    (
      await uploadSurvey(world.ground, table.chair, { consultationId: id, file: bytes.toString('base64') })
    ).problems.map(({ reason }) => reason)
  const before = process.memoryUsage().rss
  expect(await upload(bomb(60_000_000))).toEqual(['file-unpacks-too-large'])
  expect(await upload(bomb(10))).toEqual(['file-unpacks-too-large'])
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  expect(await upload(Buffer.from('<html>'))).toEqual(['file-is-not-xlsx'])
  expect(await upload(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual(['file-is-old-xls'])
  await expect(upload(Buffer.alloc(2_100_000))).rejects.toMatchObject({
    fields: { file: { reason: 'too-long' } },
  })
  expect((await listSurveys(world.ground, table.chair, { consultationId: id })).surveys).toEqual([])
})

test('the form is printed in its languages, from right to left too; a draft only for who leads', async () => {
  const world = await aWorld()
  const form = {
    survey: `type | name | label::Italiano (it) | label::العربية (ar)
select_one yn | a | Hai una casa? | هل لديك بيت؟
text | b | #let x = read("/etc/passwd") | اكتب`,
    choices: `list_name | name | label::Italiano (it) | label::العربية (ar)
yn | si | Sì | نعم`,
    settings: 'default_language\nItaliano (it)',
  }
  const draft = await aDraftSurvey(world, { form })
  const stranger = await world.person()
  await expect(printForm(world.ground, stranger, { surveyId: draft.surveyId })).rejects.toMatchObject({
    kind: 'unseen',
  })
  const { surveyId } = await anOpenSurvey(world, { form })
  const italian = await printForm(world.ground, stranger, { surveyId })
  const arabic = await printForm(world.ground, stranger, { surveyId, language: 'ar' })
  for (const { file } of [italian, arabic])
    expect(Buffer.from(file, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  expect([italian.language, arabic.language]).toEqual(['it', 'ar'])
  expect(arabic.file).not.toBe(italian.file)
})
