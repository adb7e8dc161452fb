import { setupI18n, type Messages } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { LookSent } from './look-sent.ts'
import { keepWrittenMoments } from './pieces/moment.tsx'
import { WordsSent } from './words-sent.ts'

const words = document.getElementById('words')?.getAttribute('href') ?? ''
const textOf = (id: string) => document.getElementById(id)?.textContent ?? ''
const look = { first: textOf('look'), rest: textOf('look-rest') }
const language = document.documentElement.lang
const i18n = setupI18n({ locale: language, messages: { [language]: await wordsFrom(words) } })

keepWrittenMoments(document)

startTransition(() => {
  hydrateRoot(
    document,
    <WordsSent.Provider value={words}>
      <LookSent.Provider value={look}>
        <I18nProvider i18n={i18n}>
          <RemixBrowser />
        </I18nProvider>
      </LookSent.Provider>
    </WordsSent.Provider>,
  )
})

/** On a line that breaks, asked again until they are here: without them the page would stay what it is without scripts. */
async function wordsFrom(address: string): Promise<Messages> {
  for (;;) {
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok) return (await answer.json()) as Messages
    await new Promise((resolve) => setTimeout(resolve, 2_000))
  }
}
