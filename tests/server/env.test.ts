import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { settingsFrom } from '#server/env.ts'

const secret = 'a secret that is only for the tests, long enough'

test.each([
  ['PORT', 'three thousand', 'must be a number'],
  ['PORT', '70000', 'must be a number from 0 to 65535'],
  ['PUBLIC_URL', 'tavolo.example', 'must be a URL starting with http: or https:'],
  ['DATABASE_URL', 'mysql://localhost/tavolo', 'must be a URL starting with postgres: or postgresql:'],
  ['DATABASE_POOL', '1', 'must be a number from 2 to 200'],
  ['DATABASE_POOL', 'many', 'must be a number'],
  ['REDIS_URL', 'localhost:6379', 'must be a URL starting with redis: or rediss:'],
  ['SESSION_SECRET', 'short', 'must have at least 32 characters'],
  ['SMTP_URL', 'mail.example', 'must be a URL starting with smtp: or smtps:'],
  ['DEMO', 'yes', 'must be 1 or 0'],
  ['LOG_LEVEL', 'loud', 'info'],
  ['PAGES_A_MINUTE', '3', 'must be a number from 30 to'],
  ['METRICS_TOKEN', 'short', 'must have at least 16 characters'],
  ['ACCESSIBILITY_URL', 'http://example.org', 'must be a URL starting with https:'],
  ['SOURCE_URL', 'javascript:alert(1)', 'must be a URL starting with https:'],
  ['NODE_ENV', 'staging', 'production'],
])('%s=%s is refused by its name, and with what it must be', (name, value, must) => {
  const run = () => settingsFrom({ SESSION_SECRET: secret, [name]: value })
  expect(run).toThrow('These settings are wrong:\n')
  expect(run).toThrow(new RegExp(`^  ${name}: .*${must}`, 'm'))
  // Never by its value: some of them are secret, and this goes to a log.
  if (name === 'SESSION_SECRET' || name === 'METRICS_TOKEN') expect(run).not.toThrow(value)
})

test('all that is wrong is said at once', () => {
  expect(() => settingsFrom({ PORT: 'x', DEMO: 'x', SMTP_URL: 'x' })).toThrow(
    /PORT: .*\n {2}SMTP_URL: .*\n {2}DEMO: /,
  )
})

test('what is left out or left empty has a value that works', () => {
  const settings = settingsFrom({ SESSION_SECRET: secret, PORT: '', REDIS_URL: '', DEMO: '' })
  expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', redisUrl: undefined, demo: false })
  expect(settings.publicUrl.href).toBe('http://localhost:3000/')
})

test('nodes on one database share a secret that they were given; a node of its own keeps one that only it can read', () => {
  const DATABASE_URL = 'postgres://localhost/tavolo'
  expect(() => settingsFrom({ DATABASE_URL })).toThrow(/SESSION_SECRET: is needed with DATABASE_URL/)
  const folder = mkdtempSync(join(tmpdir(), 'tavolo-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const first = settingsFrom({ DATA_DIR: folder })
  expect(first.sessionSecret.length).toBeGreaterThanOrEqual(32)
  expect(settingsFrom({ DATA_DIR: folder }).sessionSecret).toBe(first.sessionSecret)
  expect(statSync(join(folder, 'session-secret')).mode & 0o777).toBe(0o600)
})
