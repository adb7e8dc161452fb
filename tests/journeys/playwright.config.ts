import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import type { StageOptions } from './stage.ts'

const chromium =
  process.env['CHROMIUM'] ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  )
const serversThere = Boolean(process.env['TEST_DATABASE_URL'] && process.env['TEST_REDIS_URL'])

if (!chromium) {
  process.stderr.write('journeys: skipped, no Chromium found (install it, or set CHROMIUM to its path)\n')
  process.exit(0)
}
if (!serversThere)
  process.stderr.write('journeys: the two-node runs are skipped (set TEST_DATABASE_URL and TEST_REDIS_URL)\n')

export default defineConfig<StageOptions>({
  testDir: '.',
  timeout: 240_000,
  expect: { timeout: 10_000 },
  workers: 1,
  fullyParallel: false,
  reporter: [['list']],
  outputDir: '../../test-results',
  use: {
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    locale: 'it-IT',
    // Pictures of every step would cost the browser more than the pages do.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'live',
      use: { nodes: 1 },
      testMatch: /(ballots|mission|opinions|pages|room|surveys|surveys-answering|surveys-offline)\.spec\.ts/,
    },
    {
      name: 'without-javascript',
      use: { nodes: 1, javaScriptEnabled: false },
      testMatch: /(ballots|mission|opinions|pages|room|surveys-answering)\.spec\.ts/,
    },
    ...(serversThere
      ? [{ name: 'two-nodes', use: { nodes: 2 as const }, testMatch: /(mission|meeting)\.spec\.ts/ }]
      : []),
  ],
})
