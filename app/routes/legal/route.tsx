import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Contents } from '#app/pieces/contents.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Part } from '#app/pieces/part.tsx'
import { boundariesCredit } from '#server/territories/words.ts'

const parts = ['texts', 'software', 'sources', 'accessibility', 'answering'] as const
const sources = [
  { id: 'legal.sources.boundaries', credit: boundariesCredit },
  { id: 'legal.sources.territories', credit: 'Garda Informatica, Database comuni italiani (MIT)' },
  { id: 'legal.sources.letters', credit: 'Titillium Web (SIL Open Font License 1.1)' },
  { id: 'legal.sources.look', credit: 'Bootstrap Italia (BSD-3-Clause)' },
] as const

export function loader({ context }: LoaderFunctionArgs) {
  const { accessibilityUrl, sourceUrl } = context.site
  return { accessibilityUrl: accessibilityUrl ?? null, sourceUrl: sourceUrl ?? null }
}

export default function Legal() {
  const { _ } = useLingui()
  const { accessibilityUrl, sourceUrl } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page">
      <PageHeading title={_('legal.title')} lead={_('legal.lead')} />
      <Contents parts={parts.map((id) => ({ id, title: _(`legal.${id}`) }))} />
      <Part id="texts" title={_('legal.texts')}>
        <p>
          {_('legal.texts.1')} <a href="https://creativecommons.org/licenses/by/4.0/deed">CC BY 4.0</a>.
        </p>
        <p>{_('legal.texts.2')}</p>
      </Part>
      <Part id="software" title={_('legal.software')}>
        <p>{_('legal.software.1')}</p>
        {sourceUrl && (
          <p>
            <a href={sourceUrl}>{_('legal.software.source')}</a>
          </p>
        )}
      </Part>
      <Part id="sources" title={_('legal.sources')}>
        <ul>
          {sources.map(({ id, credit }) => (
            <li key={id}>
              {_(id)} <bdi>{credit}</bdi>
            </li>
          ))}
        </ul>
      </Part>
      <Part id="accessibility" title={_('legal.accessibility')}>
        <p>
          {accessibilityUrl ? (
            <a href={accessibilityUrl}>{_('legal.accessibility.statement')}</a>
          ) : (
            _('legal.accessibility.none')
          )}
        </p>
        <p>
          {_('legal.accessibility.tell')}{' '}
          <a href="/feedback?page=/legal">{_('legal.accessibility.tell.link')}</a>.
        </p>
      </Part>
      <Part id="answering" title={_('legal.answering')}>
        <p>{_('legal.answering.authors')}</p>
        <p>{_('legal.answering.acts')}</p>
        <p>{_('legal.answering.translations')}</p>
      </Part>
    </main>
  )
}
