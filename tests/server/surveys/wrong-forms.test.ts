import { deflateRawSync } from 'node:zlib'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { SheetProblem } from '#server/surveys/contract.ts'
import { readForm } from '#server/surveys/xlsform/read-form.ts'
import { workbookOf, type Written } from './workbooks.ts'

const yesNo = 'list_name | name | label\nyn | yes | Sì\nyn | no | No'
const asks = (row: string, headings = 'type | name | label'): Written => ({
  survey: `${headings}\ntext | prima | Prima\n${row}`,
  choices: yesNo,
})
const expressions = 'type | name | label | relevant | calculation | constraint'

/** A form, and the problem that must be found in it: reason, row, column, and what its sentence says. */
const wrong: [string, Written, string, number, string, Record<string, string | number>?][] = [
  ['no survey', { survey: '', more: { domande: 'type\ntext' } }, 'survey-missing', 0, ''],
  ['no type column', { survey: 'name | label\na | A' }, 'column-missing', 1, '', { column: 'type' }],
  ['a type misspelt', asks('txet | a | A'), 'unknown-type', 3, 'type', { nearest: 'text' }],
  ['a type of others', asks('geoshape | a | A'), 'unsupported-type', 3, 'type', { type: 'geoshape' }],
  ['a barcode', asks('barcode | a | A'), 'unsupported-type', 3, 'type'],
  ['choices of a file', asks('select_one_from_file x.csv | a | A'), 'unsupported-type', 3, 'type'],
  ['a choice without its list', asks('select_one | a | A'), 'type-without-list', 3, 'type'],
  ['a list misspelt', asks('select_one yx | a | A'), 'list-unknown', 3, 'type', { nearest: 'yn' }],
  ['no name', asks('text | | A'), 'name-missing', 3, 'name'],
  ['a name of two words', asks('text | due parole | A'), 'name-invalid', 3, 'name'],
  ['a name twice', asks('text | prima | A'), 'name-doubled', 3, 'name'],
  ['nothing to ask with', asks('text | a |'), 'label-missing', 3, 'label'],
  ['a row without a type', asks(' | a | A'), 'type-missing', 3, 'type'],
  ['a calculation without one', asks('calculate | a |'), 'calculation-missing', 3, 'calculation'],
  ['a group never ended', asks('begin_group | g | G\ntext | a | A'), 'begin-without-end', 3, 'type'],
  ['an end of nothing', asks('end_group | |'), 'end-without-begin', 3, 'type'],
  [
    'an end of another',
    asks('begin_group | g | G\ntext | a | A\nend_repeat | |'),
    'end-of-another',
    5,
    'type',
  ],
  ['a group of nothing', asks('begin_group | g | G\nend_group | |'), 'group-empty', 3, 'type'],
  [
    'a range backwards',
    asks('range | a | A | start=5 end=1', 'type | name | label | parameters'),
    'range-invalid',
    3,
    'parameters',
  ],
  [
    'a range of endless steps',
    asks('range | a | A | start=0 end=1 step=0.00001', 'type | name | label | parameters'),
    'range-invalid',
    3,
    'parameters',
  ],
  [
    'a parameter of nothing',
    asks('range | a | A | start=', 'type | name | label | parameters'),
    'parameter-invalid',
    3,
    'parameters',
  ],
  [
    'a column twice',
    { survey: 'type | name | label | label\ntext | a | A | B' },
    'column-doubled',
    1,
    'label',
  ],
  [
    'a column without a heading',
    { survey: 'type | name | label | \ntext | a | A | B' },
    'column-without-heading',
    1,
    'D',
  ],
  [
    'an answer that nobody gives',
    asks("text | a | A | ${pirma} = 'x'", expressions),
    'unknown-question',
    3,
    'relevant',
    { name: 'pirma', nearest: 'prima', at: 1 },
  ],
  [
    'an answer in a label',
    asks('note | a | Ciao ${nessuno}'),
    'unknown-question',
    3,
    'label',
    { name: 'nessuno' },
  ],
  [
    'a name of two questions',
    asks('begin_group | g | G\ntext | prima | A\nend_group | |\nnote | b | ${prima}'),
    'name-ambiguous',
    6,
    'label',
  ],
  [
    'a function misspelt',
    asks("text | a | A | selectd(${prima}, 'x')", expressions),
    'unknown-function',
    3,
    'relevant',
    { nearest: 'selected', at: 1 },
  ],
  [
    'a function of other files',
    asks("text | a | A | 1 + pulldata('f', 'a', 'b', 'c') > 1", expressions),
    'unsupported-function',
    3,
    'relevant',
    { name: 'pulldata', at: 5 },
  ],
  [
    'an area',
    asks('text | a | A | area(${prima}) > 1', expressions),
    'unsupported-function',
    3,
    'relevant',
    { name: 'area' },
  ],
  [
    'too few arguments',
    asks('text | a | A | if(true(), 1)', expressions),
    'too-few-arguments',
    3,
    'relevant',
    { name: 'if', fewest: 3 },
  ],
  [
    'too many arguments',
    asks('text | a | A | not(1, 2)', expressions),
    'too-many-arguments',
    3,
    'relevant',
    { name: 'not', most: 1 },
  ],
  [
    'equals twice',
    asks("text | a | A | ${prima} == 'x'", expressions),
    'doubled-equals',
    3,
    'relevant',
    { at: 10 },
  ],
  [
    'quotes of a word processor',
    asks('text | a | A | ${prima} = ‘x’', expressions),
    'curly-quotes',
    3,
    'relevant',
    { at: 12 },
  ],
  [
    'a text not closed',
    asks("text | a | A | ${prima} = 'x", expressions),
    'unclosed-text',
    3,
    'relevant',
    { at: 12 },
  ],
  [
    'a reference not closed',
    asks('text | a | A | ${prima = 1', expressions),
    'unclosed-reference',
    3,
    'relevant',
    { at: 1 },
  ],
  [
    'a bracket not closed',
    asks('text | a | A | (1 + 2', expressions),
    'unexpected-end',
    3,
    'relevant',
    { expected: ')' },
  ],
  [
    'a word too many',
    asks('text | a | A | 1 2', expressions),
    'unexpected-word',
    3,
    'relevant',
    { word: '2', at: 3 },
  ],
  [
    'any depth',
    asks('text | a | A | //prima = 1', expressions),
    'unsupported-axis',
    3,
    'relevant',
    { sign: '//' },
  ],
  [
    'a sign of nothing',
    asks('text | a | A | ${prima} & 1', expressions),
    'unexpected-character',
    3,
    'relevant',
    { character: '&' },
  ],
  [
    'a survey of before',
    asks('text | a | A | ${last-saved#prima} = 1', expressions),
    'last-saved',
    3,
    'relevant',
  ],
  [
    'a pattern that looks ahead',
    asks("text | a | A | | | regex(., '(?=a)b')", expressions),
    'bad-pattern',
    3,
    'constraint',
  ],
  [
    'a list looked up that is not',
    asks("text | a | A | count(instance('ym')/root/item) > 1", expressions),
    'unknown-list',
    3,
    'relevant',
    { nearest: 'yn' },
  ],
  [
    'calculations in a circle',
    asks('calculate | a | | | ${b} + 1 |\ncalculate | b | | | ${a} + 1 |', expressions),
    'calculation-circle',
    3,
    'calculation',
    { circle: 'a → b → a' },
  ],
  ['nothing asked', { survey: 'type | name | label\nnote | a | A' }, 'nothing-asked', 0, ''],
  [
    'a choice without a name',
    { ...asks('select_one yn | a | A'), choices: `${yesNo}\nyn | | Forse` },
    'choice-without-name',
    4,
    'name',
  ],
  [
    'a choice with a space',
    { ...asks('select_one yn | a | A'), choices: `${yesNo}\nyn | non so | Non so` },
    'choice-with-space',
    4,
    'name',
  ],
  [
    'a choice twice',
    { ...asks('select_one yn | a | A'), choices: `${yesNo}\nyn | no | No no` },
    'choice-doubled',
    4,
    'name',
  ],
  [
    'a choice without a list',
    { ...asks('select_one yn | a | A'), choices: `${yesNo}\n | forse | Forse` },
    'list-missing',
    4,
    'list_name',
  ],
  [
    'a language that is not',
    {
      survey: 'type | name | label::Italiano (it)\ntext | a | A',
      settings: 'default_language\nTedesco (de)',
    },
    'default-language-unknown',
    2,
    'default_language',
  ],
]

test.each(wrong)('%s is refused where it stands', async (_, written, reason, row, column, values = {}) => {
  const { form, problems } = await readForm(await workbookOf(written))
  expect(form).toBeUndefined()
  const found = problems.find((problem) => problem.reason === reason)
  expect(found).toMatchObject({ severity: 'error', reason, row, column, values })
})

test.each([
  [
    'a column of others',
    asks('text | a | A | x', 'type | name | label | media::image'),
    'unsupported-column',
    'media::image',
  ],
  ['a column misspelt', asks('text | a | A | x', 'type | name | label | hnit'), 'unknown-column', 'hnit'],
  ['what a phone notes', asks('deviceid | a |'), 'not-asked-here', 'type'],
  [
    'a choice without a label',
    { ...asks('select_one yn | a | A'), choices: `${yesNo}\nyn | forse |` },
    'choice-without-label',
    'label',
  ],
  [
    'a sheet of others',
    { ...asks('text | a | A'), more: { entities: 'list_name\nx' } },
    'sheet-not-used',
    '',
  ],
  [
    'a language left out',
    { survey: 'type | name | label::Italiano (it) | label::English (en)\ntext | a | A |' },
    'translation-missing',
    'label',
  ],
] satisfies [string, Written, string, string][])(
  '%s is named, and the form stands',
  async (_, written, reason, column) => {
    const { form, problems } = await readForm(await workbookOf(written))
    expect(form).toBeDefined()
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'warning', reason, column }))
  },
)

test('every problem is told at once, and no more than a person can mend', async () => {
  const two = await readForm(await workbookOf(asks('txt | a | A\ntext | | B')))
  expect(two.problems.map(({ reason }) => reason)).toEqual(['unknown-type', 'name-missing'])
  const many = Array.from({ length: 3_000 }, (_, index) => `text | n${index} | \${nessuno${index}}`).join(
    '\n',
  )
  const { problems } = await readForm(await workbookOf({ survey: `type | name | label\n${many}` }))
  expect(problems.length).toBe(201)
  expect(problems.at(-1)?.reason).toBe('more-problems')
})

const reasonOf = async (file: Uint8Array): Promise<SheetProblem['reason'] | undefined> =>
  (await readForm(file)).problems[0]?.reason

test('what is no workbook is refused before it is read', async () => {
  const good = await workbookOf(asks('text | a | A'))
  expect(await reasonOf(new TextEncoder().encode('type,name,label\ntext,a,A\n'))).toBe('file-is-not-xlsx')
  expect(await reasonOf(new Uint8Array(0))).toBe('file-is-not-xlsx')
  expect(
    await reasonOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Array.from({ length: 99 }, () => 0)])),
  ).toBe('file-is-old-xls')
  expect(await reasonOf(good.subarray(0, good.length / 2))).toBe('file-is-not-xlsx')
  expect(await reasonOf(new Uint8Array(2_000_001))).toBe('file-too-large')
  expect(await reasonOf(archive({ 'hello.txt': 'hello' }))).toBe('file-unreadable')
})

test('a file that unpacks without end is stopped, also when it lies about its size', async () => {
  const endless = ' '.repeat(60_000_000)
  expect(await reasonOf(archive({ 'xl/worksheets/sheet1.xml': endless }))).toBe('file-unpacks-too-large')
  expect(await reasonOf(archive({ 'xl/worksheets/sheet1.xml': endless }, 100))).toBe('file-unpacks-too-large')
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`xl/${index}.xml`, 'x']))
  expect(await reasonOf(archive(many))).toBe('file-is-not-xlsx')
})

test('a sheet with a cell at the end of the world is refused, however it is written', async () => {
  for (const cell of [
    '<c r="A1048576"><v>1</v></c>',
    "<c s='1' r='XFD1'><v>1</v></c>",
    '<x:c r="A1048576"><v>1</v></x:c>',
    '<row r="1048576"><c><v>1</v></c></row>',
    '<c r="&#65;1"><v>1</v></c>',
  ]) {
    expect(await reasonOf(archive({ 'xl/worksheets/sheet1.xml': `<sheetData>${cell}</sheetData>` }))).toBe(
      'sheet-too-large',
    )
  }
})

test('colours down to the last row and out to the last column are not content', async () => {
  const parts = unzipSync(await workbookOf(asks('text | a | A')))
  const name = Object.keys(parts).find((each) => each.endsWith('worksheets/sheet1.xml')) ?? ''
  const coloured =
    '<row r="7" s="1"/><row r="1048576" ht="12.8"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"></c></row></sheetData>'
  const sheet = strFromU8(parts[name]!).replace('</sheetData>', coloured)
  const { form, problems } = await readForm(zipSync({ ...parts, [name]: strToU8(sheet) }))
  expect(sheet).toContain('XFD1048576')
  expect([problems, form?.items.map((item) => item.row)]).toEqual([[], [2, 3]])
})

test('a workbook that declares entities is refused', async () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
  expect(await reasonOf(archive({ 'xl/workbook.xml': bomb }))).toBe('file-is-not-xlsx')
})

test('texts made to be searched for ever are read at once', async () => {
  const spaces = ' '.repeat(30_000)
  const begun = performance.now()
  await reasonOf(archive({ 'xl/worksheets/sheet1.xml': '<c '.repeat(1_000_000) }))
  const hostile = ['${' + spaces, '='.repeat(20_000), 'a'.repeat(30_000), '${'.repeat(15_000), `x${spaces}x`]
  const rows = hostile.map(
    (text, index) => `text | n${index} | ${text}x | ${text}x | ${text}x | ${text}x | ${text}x`,
  )
  const survey = `type | name | label | relevant | default | parameters | appearance\n${rows.join('\n')}`
  expect((await readForm(await workbookOf({ survey }))).form).toBeUndefined()
  await readForm(await workbookOf({ survey: `type | name | label${spaces}:x\ntext | a | A` }))
  expect(performance.now() - begun).toBeLessThan(3_000)
})

/** A .zip of these parts; `claims` is the unpacked size it says each has. */
function archive(parts: Record<string, string>, claims?: number): Uint8Array {
  const written: Buffer[] = []
  const directory: Buffer[] = []
  let place = 0
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(text)
    const size = claims ?? Buffer.byteLength(text)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(place, 42)
    written.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    place += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(place, 16)
  return Buffer.concat([...written, ...directory, end])
}
