import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import type { Piece } from '#server/proposals/contract.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const compared = await context.platform.proposals
    .compareVersions({ ...searchFields(request, ['from', 'to']), ...params })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { compared, updatedAt: compared.versions[0]?.at }
}

export default function Versions() {
  const { _ } = useLingui()
  const { compared } = useLoaderData<typeof loader>()
  const { proposalId, title, language, from, to, versions, parts } = compared
  const options = versions.map(({ version }) => ({
    value: String(version),
    label: _('proposals.version', { version }),
  }))
  return (
    <main id="content" className="page">
      <Breadcrumb
        way={[
          { href: '/proposals', label: _('proposals.list') },
          { href: `/proposals/${proposalId}`, label: title },
        ]}
      />
      <PageHeading
        title={_('proposals.compare.title')}
        above={<UserWords text={title} language={language} />}
        lead={_('proposals.compare.lead')}
      />
      <form method="get" className="form cluster">
        <SelectField
          name="from"
          label={_('proposals.compare.from')}
          options={options}
          defaultValue={from.version}
        />
        <SelectField
          name="to"
          label={_('proposals.compare.to')}
          options={options}
          defaultValue={to.version}
        />
        <SubmitButton tone="quiet">{_('proposals.compare')}</SubmitButton>
      </form>
      <p>
        {_('proposals.version', { version: to.version })} · <bdi>{to.author}</bdi> ·{' '}
        <Moment at={to.at} as="day-time" />
      </p>
      {to.note && <UserText text={to.note} language={language} />}
      {parts.map(({ part, isSame, pieces }) => (
        <section key={part} aria-labelledby={`part-${part}`}>
          <h2 id={`part-${part}`}>{_(`proposals.part.${part}`)}</h2>
          {isSame ? (
            <p className="muted">{_('proposals.compare.same')}</p>
          ) : (
            <p className="differences text" lang={language} dir="auto">
              {pieces.map((piece, index) => (
                <Difference key={index} piece={piece} />
              ))}
            </p>
          )}
        </section>
      ))}
    </main>
  )
}

// Browsers do not say aloud what ins and del mean, so words say it to whoever listens.
function Difference({ piece: { kind, text } }: { piece: Piece }) {
  const { _, i18n } = useLingui()
  if (kind === 'same') return <>{text}</>
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <Tag>
      <span className="visually-hidden" lang={i18n.locale}>
        {_(`proposals.compare.${kind}`)}
      </span>
      {text}
      <span className="visually-hidden" lang={i18n.locale}>
        {_('proposals.compare.end')}
      </span>
    </Tag>
  )
}
