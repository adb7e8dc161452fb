import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { sessionCookie } from '#server/edge/cookie.ts'
import { oneAfterAnother } from '#server/edge/one-after-another.ts'

const soon = { interval: 5, timeout: 15_000 }

/** A door whose answers are given when the test says so, and what stands before it. */
async function aDoor() {
  const cookie = sessionCookie(new URL('http://localhost:3000'))
  const held: { who: string; answer: () => void }[] = []
  const web = express()
  web.use(oneAfterAnother(cookie))
  web.use((asked, response) => {
    held.push({
      who: cookie.read(asked.headers.cookie) ?? 'guest',
      answer: () => void response.send('done'),
    })
  })
  const server = createServer(web)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  onTestFinished(() => {
    server.close().closeAllConnections()
  })
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`
  const headersOf = (who: string | undefined): Record<string, string> =>
    who ? { Cookie: cookie.write(who).split(';')[0] ?? '' } : {}
  const ask = (who: string | undefined) =>
    fetch(address, { headers: headersOf(who) }).then((answer) => answer.text())
  /** Asks on a connection of its own; answers how to go away. */
  const leaving = (who: string) => {
    const asked = request(address, { headers: headersOf(who), agent: false }).on('error', () => {})
    asked.end()
    return () => asked.destroy()
  }
  const connections = () =>
    new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)))
  return {
    held,
    ask,
    leaving,
    connections,
    atWork: (who: string) => held.filter((each) => each.who === who).length,
  }
}

test('of forty things that one session asks for six are at work, and all are answered in their turn', async () => {
  const { held, ask, atWork } = await aDoor()
  const answers = Promise.all(Array.from({ length: 40 }, () => ask('eager')))
  let answered = 0
  while (answered < 40) {
    await expect.poll(() => atWork('eager'), soon).toBe(Math.min(6, 40 - answered))
    held.shift()?.answer()
    answered += 1
  }
  expect(new Set(await answers)).toEqual(new Set(['done']))
})

test('nobody else waits for them: not another session, and no guest', async () => {
  const { held, ask, atWork } = await aDoor()
  const eager = Array.from({ length: 40 }, () => ask('eager'))
  await expect.poll(() => atWork('eager'), soon).toBe(6)
  const others = ['other', 'third', undefined, undefined, undefined, undefined].map((who) => ask(who))
  await expect.poll(() => [atWork('other'), atWork('third'), atWork('guest')], soon).toEqual([1, 1, 4])
  for (const each of held.splice(0)) each.answer()
  await Promise.all(others)
  const rest = setInterval(() => held.splice(0).forEach((each) => each.answer()), 1)
  await Promise.all(eager)
  clearInterval(rest)
})

test('whoever went away, at work or while waiting, keeps nobody’s place', async () => {
  const { held, ask, atWork, leaving, connections } = await aDoor()
  const left = Array.from({ length: 20 }, () => leaving('eager'))
  await expect.poll(() => atWork('eager'), soon).toBe(6)
  await expect.poll(connections, soon).toBe(20)
  for (const leave of left) leave()
  // Those who had waited may have begun before the door heard that they went too.
  await expect.poll(connections, soon).toBe(0)
  held.length = 0
  const answers = Promise.all(Array.from({ length: 12 }, () => ask('eager')))
  await expect.poll(() => atWork('eager'), soon).toBe(6)
  const rest = setInterval(() => held.splice(0).forEach((each) => each.answer()), 1)
  expect(new Set(await answers)).toEqual(new Set(['done']))
  clearInterval(rest)
})

test('whoever goes away while they wait lets nobody in before their turn', async () => {
  const { held, ask, atWork, leaving, connections } = await aDoor()
  const staying = Array.from({ length: 6 }, () => ask('eager'))
  await expect.poll(() => atWork('eager'), soon).toBe(6)
  const left = Array.from({ length: 14 }, () => leaving('eager'))
  await expect.poll(connections, soon).toBe(20)
  for (const leave of left) leave()
  await expect.poll(connections, soon).toBe(6)
  const more = Array.from({ length: 12 }, () => ask('eager'))
  await expect.poll(connections, soon).toBe(18)
  // Whoever came after them all is at work: so are those of them whose turn it is.
  const other = ask('other')
  await expect.poll(() => atWork('other'), soon).toBe(1)
  expect(atWork('eager')).toBe(6)
  const rest = setInterval(() => held.splice(0).forEach((each) => each.answer()), 1)
  await Promise.all([...staying, ...more, other])
  clearInterval(rest)
})
