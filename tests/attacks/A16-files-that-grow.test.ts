import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aBegunResponse } from '#tests/support/begun-response.ts'
import { archiveBomb, filmOf, hugePicture } from '#tests/support/golden-files.ts'
import { aWorld } from '#tests/support/world.ts'

test('a picture of 30,000 by 30,000, or of more than 40 million dots, is not even decoded', async () => {
  const { keep, stored } = await aBegunResponse(await aWorld())
  for (const [width, height] of [
    [30_000, 30_000],
    [10_001, 10],
    [7_000, 7_000],
  ] as const)
    await expect(keep('photo0', 'a.png', hugePicture(width, height), 'image/png')).rejects.toMatchObject({
      fields: { photo0: { reason: 'file-too-many-pixels' } },
    })
  expect(await stored()).toEqual([])
})

test('of ten thousand frames the first is kept', async () => {
  const { keep, stored } = await aBegunResponse(await aWorld())
  await keep('photo0', 'a.gif', filmOf(10_000), 'image/gif')
  const [file] = await stored()
  expect(file!.bytes.length).toBeLessThan(500)
  expect(await sharp(file!.bytes).metadata()).toMatchObject({ format: 'png', width: 1, height: 1 })
})

test('an archive is refused unopened, as a document and as a picture', async () => {
  const { keep, stored } = await aBegunResponse(await aWorld())
  const bomb = archiveBomb(20)
  for (const name of ['a.docx', 'a.zip', 'a.xlsx', 'a.png'])
    await expect(keep('paper', name, bomb)).rejects.toMatchObject({ kind: 'invalid' })
  expect(await stored()).toEqual([])
})

test('a paper that unpacks to far more than it is, is refused unread, and the next file is taken', async () => {
  const { keep, stored } = await aBegunResponse(await aWorld())
  const packed = deflateSync(Buffer.alloc(60_000_000, '0'))
  const bomb = Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n`,
    ),
    packed,
    Buffer.from('\nendstream endobj\n2 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 2 0 R>>\n%%EOF'),
  ])
  await expect(keep('paper', 'a.pdf', bomb, 'application/pdf')).rejects.toMatchObject({
    fields: { paper: { reason: 'file-is-broken' } },
  })
  await keep('paper', 'a.txt', Buffer.from('words'))
  expect(await stored()).toMatchObject([{ mediaType: 'text/plain' }])
})
