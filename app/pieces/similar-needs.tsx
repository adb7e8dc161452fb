import { useLingui } from '@lingui/react'
import type { SimilarNeed } from '#server/needs/contract.ts'
import { Card } from './card.tsx'
import { Notice } from './notice.tsx'
import { SubmitButton } from './submit-button.tsx'
import { UserText, UserWords } from './user-text.tsx'

interface SimilarNeedsProps {
  needs: SimilarNeed[]
  /** Where one's own is sent nevertheless. */
  action: string
  /** The id of the form it is in. */
  form: string
  language: string
}

/** Before sending: what others have already said, to support instead. */
export function SimilarNeeds({ needs, action, form, language }: SimilarNeedsProps) {
  const { _ } = useLingui()
  const send = (
    <SubmitButton form={form} formAction={action}>
      {_(needs.length > 0 ? 'needs.send.anyway' : 'needs.send')}
    </SubmitButton>
  )
  if (needs.length === 0) {
    return (
      <Notice tone="good" spoken title={_('needs.similar.none')}>
        <p>{_('needs.similar.none.text')}</p>
        {send}
      </Notice>
    )
  }
  return (
    <section className="similar stack" aria-labelledby="similar">
      <Notice spoken title={<span id="similar">{_('needs.similar')}</span>}>
        {_('needs.similar.text')}
      </Notice>
      <ul className="plain-list stack">
        {needs.map((need) => (
          <li key={need.id}>
            <Card
              level={2}
              title={<UserWords text={need.title} language={need.language} />}
              href={`/needs/${need.id}`}
              above={need.isSameConsultation ? _('needs.similar.here') : _('needs.similar.elsewhere')}
              foot={
                <>
                  {need.organisation && <bdi>{need.organisation} · </bdi>}
                  {need.territory} · {_('needs.supports', { n: need.supports })}
                </>
              }
            >
              <UserText text={need.excerpt} language={need.language === language ? null : need.language} />
              <form method="post" action={`/needs/${need.id}/support`}>
                <SubmitButton tone="quiet" small>
                  {_('needs.similar.support')}
                </SubmitButton>
              </form>
            </Card>
          </li>
        ))}
      </ul>
      <p>{send}</p>
    </section>
  )
}
