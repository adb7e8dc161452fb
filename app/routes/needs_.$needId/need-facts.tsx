import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Moment } from '#app/pieces/moment.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { NeedShown } from '#server/needs/contract.ts'
import { ownNameOf } from '#server/needs/words.ts'

/** Who, where, for whom, since when. */
export function NeedFacts({ need }: { need: NeedShown }) {
  const { _, i18n } = useLingui()
  const { organisation, author, territory, province, region, concerns, since, language, proposals } = need
  const place = [territory.name, province, region].filter((name, at, all) => name && all.indexOf(name) === at)
  return (
    <dl className="facts">
      {organisation && (
        <Fact name={_('needs.from')}>
          <a href={`/organisations/${organisation.id}`}>
            <bdi>{organisation.name}</bdi>
          </a>
        </Fact>
      )}
      {author && (
        <Fact name={_('needs.from')}>
          <bdi>{author}</bdi>
        </Fact>
      )}
      {need.survey && (
        <Fact name={_('needs.from-survey')}>
          <a href={`/surveys/${need.survey.id}`}>
            <bdi>{need.survey.title}</bdi>
          </a>
        </Fact>
      )}
      <Fact name={_('needs.where')}>
        <a href={`/needs?${territoryFilter(territory.code)}=${territory.code}`}>{place.join(', ')}</a>
      </Fact>
      {need.title !== null && (
        <>
          <Fact name={_('needs.concerns.short')}>
            {concerns.map((concern) => _(`needs.concern.${concern}`)).join(', ')}
          </Fact>
          {since && (
            <Fact name={_('needs.since.short')}>{monthFormat(i18n.locale).format(new Date(since))}</Fact>
          )}
          <Fact name={_('needs.written-in')}>
            <span lang={language}>{ownNameOf(language)}</span>
          </Fact>
        </>
      )}
      {need.editedAt && (
        <Fact name={_('needs.edited')}>
          <Moment at={need.editedAt} />
        </Fact>
      )}
      {proposals.length > 0 && (
        <Fact name={_('needs.proposals')}>
          <ul className="plain-list">
            {proposals.map((proposal) => (
              <li key={proposal.id}>
                <a href={`/proposals/${proposal.id}`}>
                  {_('needs.proposal.number', { n: proposal.number })}{' '}
                  <UserWords text={proposal.title} language={proposal.language} />
                </a>
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function territoryFilter(code: string): string {
  return code.length === 2 ? 'region' : code.length === 3 ? 'province' : 'municipality'
}

const months = new Map<string, Intl.DateTimeFormat>()

function monthFormat(locale: string): Intl.DateTimeFormat {
  const made =
    months.get(locale) ??
    new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
  months.set(locale, made)
  return made
}
