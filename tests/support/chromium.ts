import { existsSync } from 'node:fs'

// The first draws no window that nobody sees: the others fill a processor with pages of their own while ours are drawn.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']

/** The browser that journeys and benchmarks drive: the one of `CHROMIUM`, or one of the system. */
export const installedChromium =
  process.env['CHROMIUM'] ?? names.map((name) => `/usr/bin/${name}`).find((path) => existsSync(path))

/** How it is started: without what it would do for itself. */
export const chromiumSwitches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
