import type { Page } from '@playwright/test'
import { canary } from './poisoned-demo.ts'

/** A moment for what a page does once it has come: wake, draw anew, ask for what is live. */
const settling = 60

export type ScriptWatch = {
  /** Goes there, and answers what the page's own answer said; undefined for what is kept as a file. */
  look: (address: string) => Promise<number | undefined>
  /** Everything by which words came out of their place, so far. */
  faults: string[]
}

/**
 * Watches a page for words that somebody wrote and that a browser took for more: a dialog, a script that ran or that the
 * page's policy had to stop, an error, a request to elsewhere, an address that a click would run.
 */
export async function watchScripts(page: Page, url: string): Promise<ScriptWatch> {
  const faults: string[] = []
  const fault = (what: string) => faults.push(`${page.url()}: ${what}`)
  const context = page.context()
  await context.exposeBinding('tellOfViolation', (_, what: string) => fault(`stopped by the policy: ${what}`))
  await context.addInitScript(() => {
    addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sample }) =>
        (window as unknown as { tellOfViolation(what: string): void }).tellOfViolation(
          `${violatedDirective} ${blockedURI} ${sample}`,
        ),
      { capture: true },
    )
  })
  context.on('page', () => fault('another window'))
  page.on('dialog', (dialog) => {
    fault(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => fault(`an error: ${error.message}`))
  page.on('console', (message) => {
    // That a page is refused is told by its status.
    const isOfPage = message.location().url === page.url() && message.text().startsWith('Failed to load')
    if (message.type() === 'error' && !isOfPage) fault(`an error is told: ${message.text()}`)
  })
  const { origin } = new URL(url)
  context.on('request', (request) => {
    const asked = new URL(request.url())
    if (/^(?:https?|wss?):$/.test(asked.protocol) && asked.origin !== origin)
      fault(`a request to ${asked.href}`)
  })

  return {
    faults,
    look: async (address) => {
      const answer = await page.goto(address).catch((error: Error) => {
        if (error.message.includes('Download is starting')) return undefined
        throw error
      })
      if (!answer) return undefined
      if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) return answer.status()
      const left = await page.evaluate(
        async ({ name, milliseconds }) => {
          if (document.querySelector('script[src]'))
            await new Promise((resolve) => void setTimeout(resolve, milliseconds))
          const runs = [...document.querySelectorAll('[href], [action], [formaction]')].filter((element) =>
            ['href', 'action', 'formaction'].some((name) => {
              const address = element.getAttribute(name)
              if (address === null) return false
              return !/^(?:https?|mailto|tel):$/.test(new URL(address, location.href).protocol)
            }),
          )
          const strange = document.querySelectorAll(
            'img[src="x"], svg[onload], [onerror], [onmouseover], iframe',
          )
          return {
            ran: name in window,
            found: [...runs, ...strange].map(({ outerHTML }) => outerHTML.slice(0, 200)),
          }
        },
        { name: canary, milliseconds: settling },
      )
      if (left.ran) fault('a script ran')
      for (const found of left.found) fault(`markup of somebody: ${found}`)
      return answer.status()
    },
  }
}
