import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formFields } from '#app/form-fields.ts'
import { served, type Served } from '#tests/support/served.ts'

const boundary = 'between'
const multipart = `multipart/form-data; boundary=${boundary}`
let site: Served

beforeAll(async () => {
  site = await served({ screens: true })
})
afterAll(() => site.close())

function part(name: string, value = 'v'): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
}

function send(body: string, type = multipart): Promise<Response> {
  return fetch(`${site.url}/feedback`, { method: 'POST', headers: { 'Content-Type': type }, body })
}

test('a form that was cut off, or is none, is refused in words and nothing breaks', async () => {
  for (const [body, type] of [
    [part('text').slice(0, -10), multipart],
    [part('text'), 'multipart/form-data'],
    ['{}', 'application/json'],
    ['', multipart],
    [`--${boundary}\r\nContent-Disposition: form-data; name="a"; filename="x`, multipart],
  ] as const) {
    const answered = await send(body, type)
    expect(answered.status).toBe(422)
    expect(await answered.text()).toContain('modulo non è arrivato intero')
  }
})

test('names that nest or mean the prototype are names like others, and unknown', async () => {
  const names = ['a[b][c]', '__proto__', 'constructor[prototype][polluted]', '__proto__[polluted]']
  const body = names.map((name) => part(name, 'polluted')).join('')
  const fields = await formFields(
    new Request('http://localhost/', {
      method: 'POST',
      headers: { 'Content-Type': multipart },
      body: `${body}--${boundary}--`,
    }),
  )
  expect(Object.keys(fields)).toEqual(names)
  expect((await send(`${body}--${boundary}--`)).status).toBe(422)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('what is too large, or does not say how large it is, is not read', async () => {
  expect((await send(part('text', 'v'.repeat(600_000)))).status).toBe(413)
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1000)) })
  const answered = await fetch(`${site.url}/feedback`, {
    method: 'POST',
    headers: { 'Content-Type': multipart },
    body: endless,
    duplex: 'half',
  }).catch(() => ({ status: 413 }))
  expect(answered.status).toBe(413)
})

test('one who sends a form byte by byte keeps nobody waiting, and leaves nothing behind by going', async () => {
  const { port } = new URL(site.url)
  const slow = Array.from({ length: 50 }, () => connect(Number(port), '127.0.0.1'))
  for (const socket of slow)
    socket.write(
      `POST /feedback HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: ${multipart}\r\nContent-Length: 9000\r\n\r\n--`,
    )
  expect((await fetch(`${site.url}/feedback`)).status).toBe(200)
  for (const socket of slow) socket.destroy()
  expect((await fetch(`${site.url}/feedback`)).status).toBe(200)
})

test('a hundred thousand fields cost no more than reading them, and are refused', async () => {
  const names = Array.from({ length: 100_000 }, (_, at) => at.toString(36))
  const began = performance.now()
  const forms = [
    new URLSearchParams(names.map((name) => [name, ''])),
    new Blob(names.map((name) => part(name, '')).concat(`--${boundary}--`)),
  ]
  for (const body of forms) {
    const headers = body instanceof Blob ? { 'Content-Type': multipart } : {}
    const request = new Request('http://localhost/', { method: 'POST', body, headers })
    await expect(formFields(request)).rejects.toMatchObject({ status: 422 })
  }
  // Asking for each by its name took minutes.
  expect(performance.now() - began).toBeLessThan(10_000)
})
