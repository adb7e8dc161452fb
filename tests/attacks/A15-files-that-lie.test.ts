import { expect, test } from 'vitest'
import { aBegunResponse } from '#tests/support/begun-response.ts'
import { canary, photoThatTells, silence } from '#tests/support/golden-files.ts'
import { aWorld } from '#tests/support/world.ts'

const svg = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert('${canary}')</script></svg>`
const page = `<!DOCTYPE html><script>alert('${canary}')</script>`

test('what a browser would run is refused under every name and type, and nothing of it is kept', async () => {
  const { keep, stored } = await aBegunResponse(await aWorld())
  const lies: [string, string, string][] = [
    ['a.svg', 'image/svg+xml', svg],
    ['a.png', 'image/png', svg],
    ['a.svg.png', 'image/png', `<?xml version="1.0"?>${svg}`],
    ['a.html', 'text/html', page],
    ['a.txt', 'text/plain', `\n ${page}`],
    ['a.csv', 'text/csv', page],
    ['a.pdf', 'application/pdf', `${page}%PDF-1.7`],
    ['a.png.html', 'image/png', page],
    ['a.doc', 'application/msword', '{\\rtf1 x}'],
    ['a.txt', 'text/plain', '{\\rtf1 x}'],
    ['a.js', 'text/javascript', 'alert(1)'],
    ['a.xml', 'application/xml', '<a/>'],
  ]
  for (const [name, type, content] of lies) {
    const told = await keep('paper', name, Buffer.from(content), type).catch((thrown: unknown) => thrown)
    expect(told, name).toMatchObject({
      kind: 'invalid',
      fields: {
        paper: { reason: expect.stringMatching(/^file-(not-allowed|is-not-what-it-says)$/) as unknown },
      },
    })
  }
  expect(await stored()).toEqual([])
})

test('a picture or a sound that is a page besides is kept as the picture or the sound alone', async () => {
  const { keep, stored } = await aBegunResponse(await aWorld())
  await keep('photo0', 'a.jpg', Buffer.concat([await photoThatTells(), Buffer.from(page)]), 'image/jpeg')
  await keep('voice', 'a.mp3', Buffer.concat([silence(3), Buffer.from(page), silence(3)]), 'audio/mpeg')
  const kept = await stored()
  expect(kept).toHaveLength(2)
  for (const { bytes } of kept) expect(bytes.includes('<script>')).toBe(false)
})

test('a program is refused, whatever it calls itself', async () => {
  const { keep, stored } = await aBegunResponse(await aWorld())
  const program = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(200)])
  for (const name of ['a.png', 'a.exe', 'a.txt', 'a.pdf'])
    await expect(keep('paper', name, program)).rejects.toMatchObject({ kind: 'invalid' })
  expect(await stored()).toEqual([])
})
