import { I18nProvider } from '@lingui/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { i18nIn } from '#app/i18n/catalogues.ts'
import { screenLanguages, type ScreenLanguage } from '#app/i18n/languages.ts'
import { RegionsMap } from '#app/pieces/regions-map.tsx'
import { regionOutlines } from '#server/territories/index.ts'

const counts: Record<string, number> = { '19': 3, '17': 0, '18': 1, '15': 12, '16': 2 }

test('each region is a link whose name says how many consultations are open', () => {
  const links = [...drawn('it').matchAll(/href="([^"]+)" aria-label="([^"]+)"/g)].map(([, href, name]) => [
    href,
    name,
  ])
  expect(links).toEqual([
    ['/regions/19', 'Sicilia: 3 consultazioni aperte'],
    ['/regions/17', 'Basilicata: nessuna consultazione aperta'],
    ['/regions/18', 'Calabria: 1 consultazione aperta'],
    ['/regions/15', 'Campania: 12 consultazioni aperte'],
    ['/regions/16', 'Puglia: 2 consultazioni aperte'],
  ])
})

test('the links are a named list, and no role of image takes them away', () => {
  const html = drawn('it')
  const labelledBy = /aria-labelledby="([^"]+)"/.exec(html)?.[1]
  expect(html).toContain(`<title id="${labelledBy}">Mappa delle cinque regioni</title>`)
  expect(html.match(/role="listitem"/g)).toHaveLength(5)
  expect(html).not.toContain('role="img"')
})

test('the map speaks every language of the screen, and names its source in each', () => {
  const pages = screenLanguages.map((language) => drawn(language))
  expect(new Set(pages).size).toBe(screenLanguages.length)
  for (const html of pages) {
    expect(html).toContain('ISTAT, openpolis (CC BY 4.0)')
    expect(html).not.toMatch(/map\.[a-z]+[<"]/)
  }
  expect(drawn('ar')).toContain('Puglia: مشاورتان مفتوحتان')
})

test('a region the page does not know is not drawn', () => {
  expect(drawn('it', ['19', '18']).match(/<path/g)).toHaveLength(2)
})

function drawn(language: ScreenLanguage, codes = Object.keys(counts)): string {
  const regions = codes.map((code) => ({
    code,
    href: `/regions/${code}`,
    openConsultations: counts[code] ?? 0,
  }))
  return renderToStaticMarkup(
    <I18nProvider i18n={i18nIn(language)}>
      <RegionsMap map={regionOutlines()} regions={regions} />
    </I18nProvider>,
  )
}
