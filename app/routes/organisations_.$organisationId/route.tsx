import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { languageName } from '#app/language-names.ts'
import { Badge } from '#app/pieces/badge.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import { Decide } from './decide.tsx'
import { Members } from './members.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const organisation = await context.platform.organisations
    .showOrganisation({ organisationId: params['organisationId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { organisation, updatedAt: organisation.decidedAt ?? organisation.registeredAt }
}

const said = {
  registered: 'organisations.done.registered',
  edited: 'organisations.done.edited',
  verified: 'organisations.done.verified',
  rejected: 'organisations.done.rejected',
  joined: 'organisations.done.joined',
  removed: 'organisations.done.removed',
}

const tones = { pending: 'warn', verified: 'good', rejected: 'bad' } as const

export default function Organisation() {
  const { _, i18n } = useLingui()
  const { organisation } = useLoaderData<typeof loader>()
  const { id, state, may, members } = organisation
  return (
    <main id="content" className="page">
      <Breadcrumb way={[{ href: '/organisations', label: _('organisations.title') }]} />
      <Done said={said} />
      <PageHeading
        above={_(`organisations.kind.${organisation.kind}`)}
        title={organisation.name}
        badges={<Badge tone={tones[state]}>{_(`organisations.state.${state}`)}</Badge>}
      />
      {state === 'pending' && !may.verify && <Notice>{_('organisations.pending.text')}</Notice>}
      {state === 'rejected' && organisation.stateReason && (
        <Notice tone="warn" title={_('organisations.rejected.why')}>
          <UserText text={organisation.stateReason} />
        </Notice>
      )}
      <dl className="fact-rows">
        <dt>{_('organisations.place')}</dt>
        <dd>
          {organisation.territory}
          {organisation.territory !== organisation.region && `, ${organisation.region}`}
        </dd>
        {organisation.languages.length > 0 && (
          <>
            <dt>{_('organisations.languages')}</dt>
            <dd>
              {organisation.languages.map((language) => languageName(language, i18n.locale)).join(', ')}
            </dd>
          </>
        )}
        {organisation.communities.length > 0 && (
          <>
            <dt>{_('organisations.communities')}</dt>
            <dd>
              <UserWords text={organisation.communities.join(', ')} />
            </dd>
          </>
        )}
        {organisation.registerNumber && (
          <>
            <dt>{_('organisations.register-number')}</dt>
            <dd>
              <bdi>{organisation.registerNumber}</bdi>
            </dd>
          </>
        )}
      </dl>
      <section className="band">
        <h2>{_('organisations.seats')}</h2>
        {organisation.seats.length === 0 && <p className="muted">{_('organisations.seats.none')}</p>}
        <ul className="plain-list stack">
          {organisation.seats.map((seat) => (
            <li key={seat.id}>
              <a href={`/tables/${seat.tableId}`}>
                <UserWords text={seat.table.text} language={seat.table.language} />
              </a>{' '}
              · {_(`shell.seat.${seat.kind}`)}
              {seat.endsOn && (
                <>
                  {' '}
                  · {_('shell.seat.until')} <Moment at={seat.endsOn} as="short" />
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
      {members && <Members organisation={{ id, members, may }} />}
      {(may.verify || may.reject) && <Decide organisation={{ id, may }} />}
    </main>
  )
}
