import { setupI18n, type Messages } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { LookSent } from './look-sent.ts'
import { keepWrittenMoments } from './pieces/moment.tsx'
import { WordsSent } from './words-sent.ts'

const words = document.getElementById('words')?.textContent ?? ''
const textOf = (id: string) => document.getElementById(id)?.textContent ?? ''
const look = { first: textOf('look'), rest: textOf('look-rest') }
const { language, messages } = JSON.parse(words) as { language: string; messages: Messages }
const i18n = setupI18n({ locale: language, messages: { [language]: messages } })

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
