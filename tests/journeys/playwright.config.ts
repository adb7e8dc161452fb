import { defineConfig, type PlaywrightTestConfig } from '@playwright/test'
import { chromiumSwitches, installedChromium } from '#tests/support/chromium.ts'
import { isShort, isShortest, type StageOptions } from './stage.ts'

const serversThere = Boolean(process.env['TEST_DATABASE_URL'] && process.env['TEST_REDIS_URL'])

if (!installedChromium) {
  process.stderr.write('journeys: skipped, no Chromium found (install it, or set CHROMIUM to its path)\n')
  process.exit(0)
}
if (!serversThere)
  process.stderr.write('journeys: the two-node runs are skipped (set TEST_DATABASE_URL and TEST_REDIS_URL)\n')

if (isShortest)
  process.stderr.write(
    'journeys: on one node and without scripts they are left out, this machine is too slow\n',
  )

// The longest come first, so that at the end no one waits for the last of them alone.
const projects: PlaywrightTestConfig<StageOptions>['projects'] = [
  ...(serversThere
    ? [{ name: 'two-nodes', use: { nodes: 2 as const }, testMatch: /(mission|meeting)\.spec\.ts/ }]
    : []),
  {
    name: 'without-javascript',
    use: { nodes: 1, javaScriptEnabled: false },
    testMatch: /(ballots|mission|opinions|pages|room|surveys-answering)\.spec\.ts/,
  },
  {
    name: 'live',
    use: { nodes: 1 },
    testMatch: /(ballots|mission|opinions|pages|room|surveys|surveys-answering|surveys-offline)\.spec\.ts/,
    // What two nodes do in a short run, one does too: the same pages with the same scripts.
    testIgnore: isShort && serversThere ? /mission\.spec\.ts/ : [],
  },
  { name: 'poisoned', use: { nodes: 1 }, testMatch: /poisoned\.spec\.ts/ },
]
const oneNode = ['without-javascript', 'live']

export default defineConfig<StageOptions>({
  testDir: '.',
  globalSetup: './fill-once.ts',
  timeout: 240_000,
  expect: { timeout: 10_000 },
  // Each with a demo of its own: a journey waits for its browser and its server in turn, and two fill two cores.
  workers: 2,
  fullyParallel: false,
  reporter: [['list']],
  outputDir: '../../test-results',
  use: {
    launchOptions: {
      executablePath: installedChromium,
      args: chromiumSwitches,
    },
    locale: 'it-IT',
    // Pictures of every step would cost the browser more than the pages do.
    trace: isShort ? 'off' : { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
  },
  projects: projects.filter(({ name = '' }) => !isShortest || !oneNode.includes(name)),
})
