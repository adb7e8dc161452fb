import { readFileSync } from 'node:fs'
import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RichText } from '#app/editor/rich-text.tsx'
import { compileCatalogue } from '#server/sentences.ts'
import { acceptDocument } from '#server/documents/index.ts'

type Props = Parameters<typeof RichText>[0]

function pageWith(props: Omit<Props, 'label'>): string {
  const messages = compileCatalogue(readFileSync('app/i18n/editor/it.po', 'utf8'))
  const i18n = setupI18n({ locale: 'it', messages: { it: messages } })
  return renderToStaticMarkup(
    <I18nProvider i18n={i18n}>
      <RichText label="Il bisogno" {...props} />
    </I18nProvider>,
  )
}

test('without scripts it is a labelled textarea and nothing else that is sent', () => {
  const page = pageWith({ language: 'ar', draftKey: 'ana-need-1' })
  expect(page.match(/name="[^"]*"/gu)).toEqual(['name="text"'])
  expect(page).toMatch(/<label id="text-label" for="text">Il bisogno<\/label>/u)
  expect(page).toMatch(/<textarea[^>]*id="text"[^>]*dir="auto" lang="ar"[^>]*required=""/u)
  expect(page).not.toContain('contenteditable')
  expect(page).not.toContain('<button')
})

test('a stored document stands in the textarea as it would have been typed', () => {
  const document = acceptDocument({ text: '- **uno**\n- due' })
  expect(pageWith({ language: 'it', defaultDocument: document })).toContain('>- **uno**\n- due</textarea>')
  expect(pageWith({ language: 'it', defaultDocument: document, defaultText: 'tre' })).toContain(
    '>tre</textarea>',
  )
})

test('an error is told at the field and tied to it', () => {
  const page = pageWith({
    language: 'it',
    error: 'Scrivi il testo.',
    hint: 'Parole semplici',
    optional: true,
  })
  expect(page).toContain('aria-describedby="text-error text-hint text-marks" aria-invalid="true"')
  expect(page).toMatch(/id="text-error">.*Scrivi il testo\./u)
  expect(page).not.toContain('required')
})

test('what was typed cannot close the textarea', () => {
  const page = pageWith({ language: 'it', defaultText: '</textarea><script>alert(1)</script>' })
  expect(page).not.toContain('<script')
  expect(page.match(/<\/textarea>/gu)).toHaveLength(1)
})
