import { useLingui } from '@lingui/react'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { NeedsListed } from '#server/needs/contract.ts'
import { areas, concerns, needLanguages, needLimits, ownNameOf, urgencies } from '#server/needs/words.ts'

/** As they stand in the address. */
export const filterNames = [
  'q',
  'consultation',
  'organisation',
  'municipality',
  'region',
  'province',
  'area',
  'concern',
  'urgency',
  'language',
] as const

const folded = ['region', 'province', 'area', 'concern', 'urgency', 'language'] as const

interface NeedFiltersProps {
  chosen: Record<string, string>
  asked: NeedsListed['asked']
  regions: { code: string; name: string }[]
  provinces: { code: string; name: string }[]
}

/** A search, and filters that stay folded until one is chosen. */
export function NeedFilters({ chosen, asked, regions, provinces }: NeedFiltersProps) {
  const { _ } = useLingui()
  const words = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: _(`needs.${prefix}.${value}`) }))
  const options = {
    region: places(regions),
    province: places(provinces),
    area: words('area', areas),
    concern: words('concern', concerns),
    urgency: words('urgency', urgencies),
    language: needLanguages.map((language) => ({ value: language, label: ownNameOf(language) })),
  }
  return (
    <form method="get" className="needs-search" role="search" aria-label={_('needs.search')}>
      {chosen['sort'] && <input type="hidden" name="sort" value={chosen['sort']} />}
      <div className="needs-search-line">
        <TextField
          name="q"
          type="search"
          optional
          label={_('needs.search')}
          maxLength={needLimits.search}
          defaultValue={chosen['q']}
        />
        <SubmitButton>{_('needs.search.do')}</SubmitButton>
      </div>
      <Kept name="consultation" value={chosen['consultation']} words={asked.consultation} />
      <Kept name="organisation" value={chosen['organisation']} words={said(asked.organisation)} />
      <Kept name="municipality" value={chosen['municipality']} words={said(asked.municipality)} />
      <details open={folded.some((name) => chosen[name])}>
        <summary>{_('needs.filters')}</summary>
        <div className="needs-filters">
          {folded
            .filter((name) => options[name].length > 0)
            .map((name) => (
              <SelectField
                key={name}
                name={name}
                optional
                label={_(`needs.filter.${name}`)}
                empty={_('needs.filter.any')}
                options={options[name]}
                defaultValue={chosen[name] ?? ''}
              />
            ))}
        </div>
        <SubmitButton tone="quiet">{_('needs.filters.do')}</SubmitButton>
      </details>
      {Object.keys(chosen).some((name) => name !== 'sort') && (
        <p>
          <a href="/needs">{_('needs.filters.drop')}</a>
        </p>
      )}
    </form>
  )
}

interface KeptProps {
  name: 'consultation' | 'organisation' | 'municipality'
  value: string | undefined
  words: { text: string; language?: string } | null
}

/** A filter that a link set: it stays while others change, and one tick takes it away. */
function Kept({ name, value, words }: KeptProps) {
  const { _ } = useLingui()
  if (!value) return null
  return (
    <div className="choice">
      <input id={name} type="checkbox" name={name} value={value} defaultChecked />
      <label htmlFor={name}>
        {_(`needs.only.${name}`)} {words && <UserWords text={words.text} language={words.language} />}
      </label>
    </div>
  )
}

function places(from: { code: string; name: string }[]) {
  return from.map(({ code, name }) => ({ value: code, label: name }))
}

function said(name: string | null) {
  return name === null ? null : { text: name }
}
