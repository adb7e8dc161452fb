import { expect, test } from 'vitest'
import { answerThrown } from '#server/edge/api.ts'
import { openLog } from '#server/log.ts'
import { safeError } from '#server/safe-error.ts'
import { aGround } from '#tests/support/ground.ts'

const words = 'una "parola" che nessuno deve leggere'

function aLog() {
  const lines: string[] = []
  return { log: openLog('trace', { write: (line: string) => void lines.push(line) }), lines }
}

/** What the database itself says of rows it refuses, about a person. */
async function failures(): Promise<{ email: string; thrown: unknown[] }> {
  const { db } = await aGround()
  const email = `${crypto.randomUUID()}@people.test`
  const add = (more: object) =>
    db
      .insertInto('people')
      .values({ email, name: words, language: 'it', ...more })
      .execute()
      .then(() => undefined)
      .catch((error: unknown) => error)
  await add({})
  return {
    email,
    thrown: [
      await add({ email: `other-${email}`, language: null }),
      await add({}),
      await add({ email: `other-${email}`, id: words }),
    ],
  }
}

test('a row that the database refuses is logged by its table and rule, and not by who is in it', async () => {
  const { email, thrown } = await failures()
  const { log, lines } = aLog()
  // There would be something to tell.
  expect(JSON.stringify(thrown)).toContain(email)
  for (const error of thrown) {
    log.error({ error }, 'act failed')
    log.error(new Error(`nothing for "${words}" of ${email}`, { cause: error }), 'act failed')
    log.warn({ error: Object.assign(new Error('away'), { query: words, parameters: [email] }) }, 'away')
  }
  const said = lines.join('\n')
  expect(said).not.toContain(email)
  expect(said).not.toMatch(/parola|nessuno|people\.test/)
  expect(said).toContain('"code":"23502"')
  expect(said).toContain('"column":"language"')
  expect(said).toContain('"constraint":"people_email_key"')
  expect(lines.every((line) => line.includes('    at '))).toBe(true)
})

test('what fails behind the door of the API is logged so too', async () => {
  const { email, thrown } = await failures()
  const { log, lines } = aLog()
  const response = { status: () => response, setHeader: () => response, json: () => response }
  answerThrown({ ...(await aGround()), log }, thrown[0], response as never, 'people/edit-profile')
  expect(lines.join('')).toContain('"act":"people/edit-profile"')
  expect(lines.join('')).not.toMatch(new RegExp(`${email}|parola`))
})

test('an error keeps its kind and loses what it quoted', () => {
  const said = safeError(
    Object.assign(
      new TypeError(
        `no person 'Ana' of "a "house" here" <ana@people.test> ${crypto.randomUUID()} 3331234567`,
      ),
      { code: 'X1' },
    ),
  )
  expect(said).toMatch(/^TypeError · X1 · no person/)
  expect(said).not.toMatch(/Ana|house|@|333|[0-9a-f]{8}-/)
})
