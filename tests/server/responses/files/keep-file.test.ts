import sharp from 'sharp'
import { expect, test } from 'vitest'
import { showFile } from '#server/responses/files/show-file.ts'
import { aBegunResponse } from '#tests/support/begun-response.ts'
import { soundThatTells } from '#tests/support/golden-files.ts'
import { aWorld, guest } from '#tests/support/world.ts'

const dot = (background: string) =>
  sharp({ create: { width: 2, height: 2, channels: 3, background } })
    .png()
    .toBuffer()

test('a file is kept at its question, and a later one takes its place', async () => {
  const world = await aWorld()
  const { keep, stored } = await aBegunResponse(world)
  await keep('photo0', 'a.png', await dot('#fff'), 'image/png')
  const { fileId } = await keep('photo0', 'b.png', await dot('#000'), 'image/png')
  expect(await stored()).toMatchObject([{ id: fileId, path: 'photo0', mediaType: 'image/png' }])
})

test('of a file that is refused nothing is kept, and the earlier one stays', async () => {
  const world = await aWorld()
  const { keep, stored } = await aBegunResponse(world)
  const { fileId } = await keep('photo0', 'a.png', await dot('#fff'))
  await expect(keep('photo0', 'a.mp3', soundThatTells())).rejects.toMatchObject({
    kind: 'invalid',
    fields: { photo0: { reason: 'file-not-for-question' } },
  })
  await expect(keep('photo0', 'a.png', new Uint8Array(5_000_001))).rejects.toMatchObject({
    fields: { photo0: { reason: 'file-too-large', values: { most: 5 } } },
  })
  expect(await stored()).toMatchObject([{ id: fileId }])
})

test('forty files at once: ten are kept, and each of the others is told why not', async () => {
  const world = await aWorld()
  const { keep, stored } = await aBegunResponse(world)
  const bytes = await dot('#abc')
  const told = await Promise.allSettled(
    Array.from({ length: 40 }, (_, at) => keep(`photo${at % 12}`, 'a.png', bytes)),
  )
  expect(await stored()).toHaveLength(10)
  const refused = told.flatMap((each) => (each.status === 'rejected' ? [each.reason as object] : []))
  for (const each of refused) expect(JSON.stringify(each)).toContain('file-too-many')
  expect(new Set((await stored()).map(({ path }) => path)).size).toBe(10)
})

test('a stranger to the response keeps nothing in it, and neither does anybody once it is sent', async () => {
  const world = await aWorld()
  const { keep, stored, responseId, surveyId } = await aBegunResponse(world)
  const other = await aBegunResponse(world)
  await expect(keep('words', 'a.png', await dot('#fff'))).rejects.toMatchObject({ kind: 'unseen' })
  await expect(keep('photo99', 'a.png', await dot('#fff'))).rejects.toMatchObject({ kind: 'unseen' })
  await expect(
    showFile(world.ground, guest, { surveyId, fileId: other.responseId, key: other.key }),
  ).rejects.toMatchObject({ kind: 'unseen' })
  await world.ground.db
    .updateTable('surveyResponses')
    .set({ state: 'sent' })
    .where('id', '=', responseId)
    .execute()
  await expect(keep('photo0', 'a.png', await dot('#fff'))).rejects.toMatchObject({ kind: 'unseen' })
  expect(await stored()).toEqual([])
})

test('a file is shown to who fills in its response, and once it is sent to those who lead the table', async () => {
  const world = await aWorld()
  const { keep, key, surveyId, responseId, consultation } = await aBegunResponse(world)
  const { fileId } = await keep('photo3', 'casa di Ana.png', await dot('#fff'))
  const { chair, moderator } = consultation.table
  const asked = { surveyId, fileId }
  const unseen = { kind: 'unseen' }
  expect(await showFile(world.ground, guest, { ...asked, key })).toMatchObject({ name: 'photo3.png' })
  await expect(showFile(world.ground, guest, { ...asked, key: 'another' })).rejects.toMatchObject(unseen)
  await expect(showFile(world.ground, chair, asked)).rejects.toMatchObject(unseen)
  await world.ground.db
    .updateTable('surveyResponses')
    .set({ state: 'sent' })
    .where('id', '=', responseId)
    .execute()
  expect(await showFile(world.ground, chair, asked)).toMatchObject({ mediaType: 'image/png' })
  await expect(showFile(world.ground, guest, { ...asked, key })).rejects.toMatchObject(unseen)
  await expect(showFile(world.ground, moderator, asked)).rejects.toMatchObject(unseen)
})
