import type { Page } from '@playwright/test'

const milliseconds = 600
const bytesASecond = 32_000 / 8

/** Puts a page on the line of a phone at the edge of what a mast reaches, with nothing kept from before; answers how to undo it. */
export async function slowLine(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  const emulate = async (latency: number, rate: number) => {
    const throughput = { downloadThroughput: rate, uploadThroughput: rate }
    await session.send('Network.emulateNetworkConditions', { offline: false, latency, ...throughput })
  }
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await emulate(milliseconds, bytesASecond)
  return () => emulate(0, -1)
}
