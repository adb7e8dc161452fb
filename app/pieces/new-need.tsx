import { useLingui } from '@lingui/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { loadNeedForm, NeedFormAnswer } from '#app/need-form.ts'
import { useRefused } from '#app/use-refused.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { RadioGroup } from './choices.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { NeedFields } from './need-fields.tsx'
import { Notice } from './notice.tsx'
import { PageHeading } from './page-heading.tsx'
import { SimilarNeeds } from './similar-needs.tsx'
import { SubmitButton } from './submit-button.tsx'

/**
 * The page of a new need. It is written, then read beside the needs that say much the same, then sent: the second
 * step is the same form, so that nothing typed is lost between the two and everything can still be changed.
 */
export function NewNeed() {
  const { _ } = useLingui()
  const loaded = useLoaderData<typeof loadNeedForm>()
  const answer = useActionData<NeedFormAnswer>()
  const { errors, message } = useRefused(answer?.refusal ? answer : undefined)
  const { consultation, organisations, closed, draft } = loaded
  const here = `/consultations/${consultation.id}/needs`
  const typed = (name: string): string | undefined => [answer?.typed[name]].flat()[0]
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/consultations/${consultation.id}`, label: consultation.text }]} />
      <PageHeading title={_('needs.new')} lead={answer?.similar ? undefined : _('needs.new.lead')} />
      {closed ? (
        <Notice tone="warn">{_(`refusal.${closed}`)}</Notice>
      ) : (
        <>
          <ErrorSummary errors={errors} message={message} />
          {answer?.similar && (
            <SimilarNeeds
              needs={answer.similar}
              action={`${here}/new`}
              form="need"
              language={loaded.language}
            />
          )}
          <form method="post" className="form" id="need" action={`${here}/check`}>
            <input type="hidden" name="clientId" value={typed('clientId') ?? loaded.clientId} />
            <SpeaksFor
              organisations={organisations}
              alone={consultation.participation === 'registered'}
              chosen={typed('organisationId') ?? draft?.organisationId ?? organisations[0]?.id ?? ''}
              error={errors['organisationId']}
            />
            <NeedFields
              answer={answer}
              before={draft ?? { language: loaded.language, regionCode: loaded.regionCode ?? undefined }}
              regions={loaded.regions}
              languages={loaded.languages}
              deviceDraft={loaded.deviceDraft}
            />
            <div className="cluster">
              <SubmitButton>{_('needs.continue')}</SubmitButton>
              <SubmitButton tone="quiet" formAction={`${here}/drafts`} formNoValidate>
                {_('needs.draft.save')}
              </SubmitButton>
            </div>
          </form>
        </>
      )}
    </main>
  )
}

interface SpeaksForProps {
  organisations: { id: string; name: string }[]
  /** Whether one may speak for oneself. */
  alone: boolean
  chosen: string
  error: string | undefined
}

function SpeaksFor({ organisations, alone, chosen, error }: SpeaksForProps) {
  const { _ } = useLingui()
  const choices = [
    ...organisations.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> })),
    ...(alone ? [{ value: '', label: _('needs.as.myself'), hint: _('needs.as.myself.hint') }] : []),
  ]
  const [only] = choices
  if (choices.length === 1 && only) {
    return (
      <p>
        <input type="hidden" name="organisationId" value={only.value} />
        {only.value === '' ? _('needs.as.myself.only') : _('needs.as.organisation')}{' '}
        {only.value !== '' && <strong>{only.label}</strong>}
      </p>
    )
  }
  return (
    <RadioGroup name="organisationId" label={_('needs.as')} choices={choices} chosen={chosen} error={error} />
  )
}
