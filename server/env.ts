import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'true', 'false', ''], 'must be 1 or 0')
  .default('')
  .transform((value) => value === '1' || value === 'true')
const address = (protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be a URL starting with ${protocols.join(' or ')}`,
    )
    .optional()

const number = (least: number, most: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(least, `must be a number from ${least} to ${most}`)
    .max(most, `must be a number from ${least} to ${most}`)

const Environment = z.object({
  PORT: number(0, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: address(['http:', 'https:']),
  DATABASE_URL: address(['postgres:', 'postgresql:']),
  DATABASE_POOL: number(2, 200).default(20),
  REDIS_URL: address(['redis:', 'rediss:']),
  DATA_DIR: z.string().default('.data'),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SMTP_URL: address(['smtp:', 'smtps:']),
  MAIL_FROM: z.string().default('Tavolo <no-reply@localhost>'),
  DEMO: flag,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: z.string().default('loopback'),
  PAGES_A_MINUTE: number(30, 100_000_000).default(6_000),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  ACCESSIBILITY_URL: address(['https:']),
  SOURCE_URL: address(['https:']),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
})

export type Settings = {
  port: number
  host: string
  publicUrl: URL
  databaseUrl: string | undefined
  databasePool: number
  redisUrl: string | undefined
  folder: string
  sessionSecret: string
  smtpUrl: string | undefined
  mailFrom: string
  demo: boolean
  logLevel: string
  trustProxy: string
  pagesAMinute: number
  metricsToken: string | undefined
  accessibilityUrl: string | undefined
  sourceUrl: string | undefined
  mode: 'development' | 'production' | 'test'
}

/** Reads every setting once. Each mistake is named, all at the same time. */
export function settingsFrom(environment: Record<string, string | undefined>): Settings {
  // An empty variable is one that was not set: compose files write them so.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `  ${String(issue.path[0])}: ${issue.message}`)
    throw new Error(`These settings are wrong:\n${wrong.join('\n')}`)
  }
  const env = parsed.data
  const folder = resolve(env.DATA_DIR)
  if (env.DATABASE_URL && !env.SESSION_SECRET && !env.DEMO && env.NODE_ENV === 'production') {
    throw new Error(
      'These settings are wrong:\n  SESSION_SECRET: is needed with DATABASE_URL, the same on every node',
    )
  }
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`),
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    redisUrl: env.REDIS_URL,
    folder,
    sessionSecret: env.SESSION_SECRET ?? keptSecret(folder),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    demo: env.DEMO,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    pagesAMinute: env.PAGES_A_MINUTE,
    metricsToken: env.METRICS_TOKEN,
    accessibilityUrl: env.ACCESSIBILITY_URL,
    sourceUrl: env.SOURCE_URL,
    mode: env.NODE_ENV,
  }
}

/** One node on an embedded database makes its own secret and keeps it beside the data. */
function keptSecret(folder: string): string {
  const path = join(folder, 'session-secret')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  const secret = randomBytes(32).toString('base64url')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, secret, { mode: 0o600 })
  return secret
}
