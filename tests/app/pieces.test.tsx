import { readFileSync } from 'node:fs'
import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CheckboxGroup, RadioGroup } from '#app/pieces/choices.tsx'
import { DateField } from '#app/pieces/date-field.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Header } from '#app/pieces/header.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PlannedPhase } from '#app/pieces/planned-phase.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { TablePicture } from '#app/pieces/table-picture.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { compileCatalogue } from '#server/sentences.ts'

function drawn(element: ReactElement, language = 'it') {
  const messages = compileCatalogue(readFileSync(`app/i18n/shell/${language}.po`, 'utf8'))
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } })
  return renderToStaticMarkup(<I18nProvider i18n={i18n}>{element}</I18nProvider>)
}

test('every line of the error summary leads to a control that says the same error', () => {
  const errors = { title: 'Titolo', text: 'Testo', area: 'Area', kind: 'Tipo', where: 'Luogo', since: 'Data' }
  const choices = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ]
  const html = drawn(
    <>
      <ErrorSummary errors={{ ...errors, fine: undefined }} />
      <TextField name="title" label="?" error={errors.title} />
      <TextArea name="text" label="?" error={errors.text} />
      <CheckboxGroup name="area" label="?" error={errors.area} choices={choices} />
      <RadioGroup name="kind" label="?" error={errors.kind} choices={choices} />
      <SelectField name="where" label="?" error={errors.where} options={choices} />
      <DateField name="since" label="?" error={errors.since} />
    </>,
  )
  expect(html).not.toContain('#fine')
  for (const [name, error] of Object.entries(errors)) {
    expect(html).toContain(`<a href="#${name}">${error}</a>`)
    expect(html).toMatch(new RegExp(`<(input|textarea|select)[^>]* id="${name}"`))
    expect(html).toMatch(new RegExp(`aria-describedby="${name}-error"`))
    expect(html).toMatch(new RegExp(`id="${name}-error">.*?${error}`))
  }
})

test('a form without errors has no summary', () => {
  expect(drawn(<ErrorSummary errors={{ title: undefined }} />)).toBe('')
})

test('a date is the same day for every reader: Italian time, Gregorian calendar, Latin digits', () => {
  const lateInLondon = '2026-06-30T22:30:00Z'
  expect(drawn(<Moment at={lateInLondon} />)).toContain('1 luglio 2026')
  expect(drawn(<Moment at={lateInLondon} />, 'ar')).toContain('1 يوليو 2026')
})

test('the list under the picture of a table says of each seat what the picture shows', () => {
  const html = drawn(
    <TablePicture
      name="Salute"
      seats={[
        { id: '1', kind: 'voting', holder: 'Ponte', speaking: true },
        { id: '2', kind: 'observer', holder: 'Caritas', endsOn: '2027-03-01', endingSoon: true },
        { id: '3', kind: 'consultative', holder: null },
      ]}
    />,
  )
  expect(html).toContain('3 posti, 2 occupati')
  const words = html.slice(html.indexOf('<ol>')).replaceAll(/<[^>]+>/g, ' ')
  expect(words).toMatch(
    /Ponte.*con voto.*parla adesso.*Caritas.*osservatore.*1 mar 2027.*in scadenza.*posto libero.*parere/s,
  )
})

test('the menu marks the place one is in, also deep inside it and with a search', () => {
  const body = { name: 'Regione', href: '/' }
  const at = (path: string) =>
    drawn(<Header path={path} body={body} languages={['it', 'ar']} person={null} />).match(
      /<a href="\/[a-z]+" aria-current="[a-z]+"/g,
    )
  expect(at('/needs?text=casa')).toContain('<a href="/needs" aria-current="page"')
  expect(at('/needs/1?x=y')).toContain('<a href="/needs" aria-current="true"')
  expect(at('/')).toBeNull()
})

test('who looks after the platform is led to what people say of it and to its jobs, and nobody else', () => {
  const body = { name: 'Regione', href: '/' }
  const shown = (person: Parameters<typeof Header>[0]['person']) =>
    drawn(<Header path="/" body={body} languages={['it']} person={person} />).match(/href="\/admin\/[a-z]+"/g)
  expect(shown({ name: 'Ana', unread: 0, oversees: true })).toEqual([
    'href="/admin/officials"',
    'href="/admin/feedback"',
    'href="/admin/jobs"',
  ])
  expect(shown({ name: 'Ana', unread: 0 })).toBeNull()
  expect(shown(null)).toBeNull()
})

test('who calls a vote on a day that the calendar keeps for something else is told so, and on its own days not', () => {
  const planned = { phase: 'decide', startsOn: '2027-02-03', endsOn: '2027-02-17' } as const
  const on = (today: string) => drawn(<PlannedPhase consultationId="c" planned={planned} today={today} />)
  for (const today of ['2027-02-02', '2027-02-18']) {
    expect(on(today)).toMatch(/Decisione.*3 feb 2027.*17 feb 2027/)
  }
  // A phase that is over keeps its dates.
  expect(on('2027-02-02')).toContain('href="/consultations/c/phases"')
  expect(on('2027-02-18')).not.toContain('href')
  for (const today of ['2027-02-03', '2027-02-17']) expect(on(today)).toBe('')
})
