import sharp from 'sharp'
import { expect, test } from 'vitest'
import { RefusedFile } from '#server/responses/files/refused-file.ts'
import { harmlessTable } from '#server/responses/files/plain-text.ts'
import { writtenInWorkshop } from '#server/responses/files/workshop.ts'
import { writeAnew } from '#server/responses/files/write-anew.ts'
import {
  canary,
  oggSum,
  oggThatTells,
  paperThatTells,
  photoThatTells,
  recordingThatTells,
  silence,
  soundThatTells,
  wavThatTells,
  webmThatTells,
} from '#tests/support/golden-files.ts'

function written(name: string, bytes: Buffer, type = '', question: 'image' | 'audio' | 'file' = 'file') {
  return writeAnew({ name, type, bytes, question })
}

function whyNot(name: string, bytes: Buffer, type = '', question: 'image' | 'audio' | 'file' = 'file') {
  return written(name, bytes, type, question).then(
    () => 'taken',
    (thrown: unknown) => (thrown instanceof RefusedFile ? thrown.reason : thrown),
  )
}

test('a photo stands upright and is a plain picture that another reader opens', async () => {
  const { mediaType, bytes } = await written('photo.jpg', await photoThatTells(), 'image/jpeg', 'image')
  expect(mediaType).toBe('image/jpeg')
  expect(await sharp(bytes).metadata()).toMatchObject({
    format: 'jpeg',
    width: 40,
    height: 60,
    space: 'srgb',
  })
  expect(await sharp(bytes).metadata()).not.toHaveProperty('exif')
})

test('a picture in another colour space comes out in sRGB, with its colours', async () => {
  const wide = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#c02030' } })
    .withIccProfile('p3')
    .png()
    .toBuffer()
  const { bytes } = await written('wide.png', wide)
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  expect([info.channels, ...data.subarray(0, 3)].map((value) => Math.round(value / 4))).toEqual(
    [3, 0xc0, 0x20, 0x30].map((value) => Math.round(value / 4)),
  )
  expect(await sharp(bytes).metadata()).not.toHaveProperty('icc')
})

test('the frames of an mp3 are kept bit for bit, and nothing between them', async () => {
  const { bytes } = await written('nota.mp3', soundThatTells(), 'audio/mpeg', 'audio')
  expect(bytes.equals(silence(20))).toBe(true)
})

test('of a wav only its format and its sound are kept', async () => {
  const { bytes } = await written('nota.wav', wavThatTells())
  expect(bytes.length).toBe(12 + 8 + 16 + 8 + 800)
  expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8)
  expect(bytes.subarray(-800).equals(Buffer.alloc(800, 1))).toBe(true)
})

test('in a recording everything stays where it was, and what told of its maker is nought', async () => {
  for (const [name, given] of [
    ['nota.m4a', recordingThatTells()],
    ['nota.3gp', recordingThatTells('3gp4')],
    ['nota.webm', webmThatTells()],
  ] as const) {
    const { bytes } = await written(name, given)
    expect(bytes.length, name).toBe(given.length)
    expect(bytes.includes(canary), name).toBe(false)
    expect(bytes.includes('HOURHOUR'), name).toBe(false)
    expect((await whyNot(name, bytes)) === 'taken', name).toBe(true)
  }
  const given = recordingThatTells()
  const { bytes } = await written('nota.m4a', given)
  expect(bytes.subarray(given.indexOf('mdat')).equals(given.subarray(given.indexOf('mdat')))).toBe(true)
})

test('an ogg says nothing of its maker on pages that are numbered and summed right', async () => {
  const { bytes } = await written('nota.opus', oggThatTells(), 'audio/ogg', 'audio')
  const pages: Buffer[] = []
  for (let at = 0; at < bytes.length; at += pages.at(-1)!.length) {
    const laces = bytes.subarray(at + 27, at + 27 + bytes[at + 26]!)
    pages.push(bytes.subarray(at, at + 27 + laces.length + laces.reduce((sum, lace) => sum + lace, 0)))
  }
  expect(pages.map((page) => page.readUInt32LE(18))).toEqual([0, 1, 2, 3])
  for (const page of pages) expect(page.readUInt32LE(22)).toBe(oggSum(page))
  expect(pages[1]!.subarray(28).equals(Buffer.from('OpusTags\0\0\0\0\0\0\0\0'))).toBe(true)
  expect(pages[3]!.subarray(-20).equals(Buffer.alloc(20, 4))).toBe(true)
})

test('a paper keeps what its pages show, filled-in fields too, in one revision', async () => {
  const { bytes } = await written('carta.pdf', await paperThatTells(), 'application/pdf')
  const text = bytes.toString('latin1')
  expect(text.match(/startxref/g)).toHaveLength(1)
  expect(text).toContain('Second revision')
  expect(text).toContain('filled in')
  expect(text).not.toMatch(/JavaScript|OpenAction|EmbeddedFile|Metadata|AcroForm|Author|\/AA|\/T\b/)
})

test('text is kept as UTF-8, and a table of it runs nothing where a spreadsheet opens it', async () => {
  expect((await written('a.txt', Buffer.from('\uFEFFCiò è\r\nvero'))).bytes.toString()).toBe('Ciò è\r\nvero')
  expect(harmlessTable('a,=1+1\n@x;-5;"+cmd"\r\n-3,5 +1 -x')).toBe(`a,'=1+1\n'@x;-5;"'+cmd"\n-3,5 +1 -x`)
  expect((await written('t.csv', Buffer.from('=1'), 'text/csv')).bytes.toString()).toBe("'=1")
  expect(await whyNot('a.txt', Buffer.from([0xe8, 0x20]))).toBe('file-is-not-utf8')
  expect(await whyNot('a.txt', Buffer.from('a\0b'))).toBe('file-not-allowed')
})

test('each refusal says why', async () => {
  const photo = await photoThatTells()
  const film = Buffer.from(recordingThatTells().toString('latin1').replace('soun', 'vide'), 'latin1')
  const told = await Promise.all([
    whyNot('a.jpg', Buffer.alloc(0)),
    whyNot('a.txt', Buffer.alloc(5_000_001, 'a')),
    whyNot('photo.png', photo, 'image/jpeg'),
    whyNot('photo.jpg', photo, 'image/png'),
    whyNot('photo.exe', photo),
    whyNot('photo.jpg', photo, 'image/jpeg', 'audio'),
    whyNot('photo.jpg', photo.subarray(0, 300)),
    whyNot('film.mp4', film, 'video/mp4'),
    whyNot('nota.mp3', Buffer.concat([silence(1), Buffer.from('and then nothing')])),
    whyNot('nota.opus', oggThatTells().subarray(0, 47)),
    whyNot('carta.pdf', Buffer.from('%PDF-1.7\nnothing')),
    whyNot('carta.docx', Buffer.from('PK\x03\x04 and so on')),
  ])
  expect(told).toEqual([
    'file-empty',
    'file-too-large',
    'file-is-not-what-it-says',
    'file-is-not-what-it-says',
    'file-not-allowed',
    'file-not-for-question',
    'file-is-broken',
    'file-has-pictures-in-sound',
    'file-is-broken',
    'file-is-broken',
    'file-is-broken',
    'file-not-allowed',
  ])
})

test('the workshop works on one file after the other, and says of a broken one that it is', async () => {
  const given = { name: 'photo.jpg', type: 'image/jpeg', question: 'image' as const }
  const photo = await photoThatTells()
  const [kept, refused, again] = await Promise.allSettled([
    writtenInWorkshop({ ...given, bytes: photo }),
    writtenInWorkshop({ ...given, bytes: photo.subarray(0, 300) }),
    writtenInWorkshop({ ...given, bytes: photo }),
  ])
  expect(kept).toMatchObject({ status: 'fulfilled', value: { mediaType: 'image/jpeg' } })
  expect(refused).toMatchObject({ status: 'rejected', reason: { reason: 'file-is-broken' } })
  expect(again).toEqual(kept)
})
