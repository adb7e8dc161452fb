import { readFileSync } from 'node:fs'
import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import Privacy from '#app/routes/privacy/route.tsx'
import { mailKeptDays } from '#server/mails/words.ts'
import { draftKeptDays } from '#server/needs/words.ts'
import { noticeKeptDays, readNoticeKeptDays } from '#server/notices/words.ts'
import { answersKeptDays } from '#server/opinions/words.ts'
import { invitationDays, invitationKeptDays } from '#server/organisations/words.ts'
import { codeMinutes, sessionDays, sessionKeptDays } from '#server/people/words.ts'
import { begunKeptDays, sentKeptDays } from '#server/responses/words.ts'
import { compileCatalogue } from '#server/sentences.ts'

test.each(['it', 'en', 'fr', 'ar'])(
  'in %s the page says for how long each thing is really kept',
  (language) => {
    const messages = compileCatalogue(readFileSync(`app/i18n/privacy/${language}.po`, 'utf8'))
    const i18n = setupI18n({ locale: language, messages: { [language]: messages } })
    const page = renderToStaticMarkup(
      <I18nProvider i18n={i18n}>
        <Privacy />
      </I18nProvider>,
    )
    const [, long = ''] = /id="long"[^]*?<ul>([^]*?)<\/ul>/.exec(page) ?? []
    const said = [...long.matchAll(/<li>(.*?)<\/li>/g)].map(([, line = '']) =>
      (line.match(/\d+/g) ?? []).map(Number),
    )
    // A single day is said in words.
    expect(said).toEqual([
      [codeMinutes],
      [sessionKeptDays],
      [mailKeptDays],
      [readNoticeKeptDays, noticeKeptDays],
      [draftKeptDays],
      [invitationDays, invitationKeptDays],
      [answersKeptDays],
      [begunKeptDays],
      [sentKeptDays],
    ])
    expect(page).toContain(String(sessionDays))
  },
)
