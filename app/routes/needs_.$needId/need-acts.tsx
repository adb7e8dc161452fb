import { useLingui } from '@lingui/react'
import { Confirm } from '#app/pieces/confirm.tsx'
import { Icon } from '#app/pieces/icon.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import type { NeedShown } from '#server/needs/contract.ts'

/** What else this person may do with it. */
export function NeedActs({ need, mayTakeUp }: { need: NeedShown; mayTakeUp: boolean }) {
  const { _ } = useLingui()
  const { id, may, iFollow } = need
  return (
    <div className="stack">
      {may.markRead && (
        <form method="post" action={`/needs/${id}/reading`}>
          <SubmitButton tone="quiet" small>
            {_('needs.read.do')}
          </SubmitButton>
        </form>
      )}
      {may.follow && (
        <form method="post" action={iFollow ? '/follows/withdrawal' : '/follows'}>
          <input type="hidden" name="back" value={`/needs/${id}`} />
          <input type="hidden" name="kind" value="need" />
          <input type="hidden" name="id" value={id} />
          <SubmitButton tone="quiet" small>
            {_(iFollow ? 'needs.unfollow' : 'needs.follow')}
          </SubmitButton>
        </form>
      )}
      {mayTakeUp && (
        <p>
          <a href={`/consultations/${need.consultationId}/statements/new?needId=${id}`}>
            <Icon name="help-circle" small /> {_('opinions.take-up')}
          </a>
        </p>
      )}
      {may.edit && (
        <p>
          <a href={`/needs/${id}/edit`}>
            <Icon name="pencil" small /> {_('needs.edit')}
          </a>
        </p>
      )}
      {may.withdraw && (
        <Confirm
          action={`/needs/${id}/withdrawal`}
          open={_('needs.withdraw')}
          question={_('needs.withdraw.question')}
          confirm={_('needs.withdraw.do')}
        />
      )}
      {may.report && (
        <p>
          <a href={`/report?kind=need&id=${id}`}>
            <Icon name="flag" small /> {_('needs.report')}
          </a>
        </p>
      )}
    </div>
  )
}
