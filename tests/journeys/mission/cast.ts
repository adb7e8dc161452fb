import type { Browser, Page } from '@playwright/test'
import { enter, type Stage } from '../stage.ts'
import { fill, send } from './forms.ts'

/** Three people in three browsers, and those who help them. With two nodes, people meet across them. */
export async function gather(browser: Browser, stage: Stage) {
  const first = stage.urls[0] ?? ''
  const last = stage.urls.length - 1
  const second = stage.urls[last] ?? first
  const stamp = Date.now()
  const stranger = async (at = first) =>
    (await browser.newContext({ baseURL: at, locale: 'it-IT' })).newPage()
  return {
    browser,
    second,
    stranger,
    newcomer: await stranger(),
    chair: await enter(browser, second, 'table-chair'),
    /** An entrance to the platform whose line may break. */
    line: { url: stage.entrances[last] ?? second, cut: () => stage.cut(last), mend: () => stage.mend(last) },
    official: await enter(browser, first, 'regional-official'),
    mediator: await enter(browser, second, 'mediator'),
    other: await enter(browser, first, 'other-association-member', 'en'),
    /** Where each of those who come anew is written to. */
    emailOf: (who: string) => `${who}-${stamp}@esempio.test`,
    association: `Le Lanterne ${stamp}`,
    /** The newest mail to somebody in which some words stand. */
    mailTo: async (email: string, words: string) => {
      const post = await stranger()
      await post.goto('/dev/mail')
      const mail = post.locator('article', { hasText: email }).filter({ hasText: words }).first()
      const text = (await mail.count()) > 0 ? await mail.innerText() : ''
      await post.context().close()
      return text
    },
  }
}

export type Cast = Awaited<ReturnType<typeof gather>>

/** Gives the page that asks for it an address, and then the code that came by mail. */
export async function enterByMail(cast: Cast, page: Page, email: string): Promise<void> {
  await fill(page, { email })
  await send(page)
  const code = /\d{3} \d{3}/.exec(await cast.mailTo(email, 'codice'))?.[0] ?? ''
  await fill(page, { code })
  await send(page)
}
