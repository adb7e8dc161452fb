import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { aBegunResponse } from '#tests/support/begun-response.ts'
import {
  canary,
  drawingThatTells,
  oggThatTells,
  paperThatTells,
  photoThatTells,
  recordingThatTells,
  soundThatTells,
  wavThatTells,
  webmThatTells,
} from '#tests/support/golden-files.ts'
import { aWorld } from '#tests/support/world.ts'

test('nothing that is kept of a file says who made it, where, when or with what; nor does its name', async () => {
  const { keep, stored } = await aBegunResponse(await aWorld())
  const files: [string, Buffer][] = [
    ['jpg', await photoThatTells()],
    ['png', await drawingThatTells()],
    ['mp3', soundThatTells()],
    ['wav', wavThatTells()],
    ['m4a', recordingThatTells()],
    ['3gp', recordingThatTells('3gp4')],
    ['webm', webmThatTells()],
    ['opus', oggThatTells()],
    ['pdf', await paperThatTells()],
  ]
  for (const [ending, given] of files) {
    expect(given.includes(canary), ending).toBe(true)
    await keep('paper', `${canary}.${ending}`, given)
    const [kept, ...others] = await stored()
    expect(others).toEqual([])
    expect(said(kept!.bytes), ending).not.toContain(canary)
    expect(said(kept!.bytes), ending).not.toContain('HOURHOUR')
    expect(Object.values(kept!).join(' '), ending).not.toContain(canary)
  }
})

/** The bytes and whatever is packed in them, as text. */
function said(bytes: Buffer): string {
  const unpacked: string[] = [bytes.toString('latin1')]
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1)) {
    try {
      unpacked.push(inflateSync(bytes.subarray(at)).toString('latin1'))
    } catch {
      // Not where something packed begins.
    }
  }
  return unpacked.join('\n')
}
