import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SurveyState } from '#app/pieces/survey-state.tsx'
import type { SurveyComposed } from '#server/surveys/contract.ts'

const places = [
  'form',
  'form/languages',
  'preview',
  'settings',
  'settings/tables',
  'settings/reference',
] as const
export type DeskPlace = (typeof places)[number]

/** What every page of who leads a survey has around it. */
export type DeskSurvey = Pick<
  SurveyComposed,
  'id' | 'title' | 'stage' | 'state' | 'access' | 'version' | 'consultation'
>

export function deskSurvey({
  id,
  title,
  stage,
  state,
  access,
  version,
  consultation,
}: SurveyComposed): DeskSurvey {
  return { id, title, stage, state, access, version, consultation }
}

/** The pages on which a survey is composed, and the way between them. */
export function Desk({
  survey: { id, title, stage, access, consultation },
  at,
  heading,
  lead,
  children,
}: {
  survey: DeskSurvey
  at?: DeskPlace
  heading: string
  lead?: ReactNode
  children: ReactNode
}) {
  const { _ } = useLingui()
  return (
    <main id="content" className="page">
      <Breadcrumb
        way={[
          { href: `/consultations/${consultation.id}`, label: consultation.title.text },
          { href: `/consultations/${consultation.id}/surveys`, label: _('surveys.title') },
        ]}
      />
      <PageHeading title={heading} above={<bdi>{title}</bdi>} lead={lead} />
      <nav aria-label={_('surveys.desk')} className="survey-desk">
        <SurveyState state={stage} />
        <ul className="cluster plain-list">
          {places.map((place) => (
            <li key={place}>
              <a href={`/surveys/${id}/${place}`} aria-current={place === at ? 'page' : undefined}>
                {_(`surveys.desk.${place.replace('/', '-')}`)}
              </a>
            </li>
          ))}
          {access.includes('code') && stage !== 'draft' && (
            <li>
              <a href={`/surveys/${id}/codes`}>{_('surveys.desk.codes')}</a>
            </li>
          )}
        </ul>
      </nav>
      {children}
    </main>
  )
}
