import { useLingui } from '@lingui/react'
import type { DeskSurvey } from '#app/pieces/composing/desk.tsx'
import { Confirm } from '#app/pieces/confirm.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'

/** What is still missing, and the acts that open and close the survey. */
export function Opening({
  survey: { id, state, stage, version },
  missing,
  opensAt,
  closesAt,
  isDecided,
}: {
  survey: DeskSurvey
  missing: readonly string[]
  opensAt: Date | string
  closesAt: Date | string
  isDecided: boolean
}) {
  const { _ } = useLingui()
  if (state === 'closed') return null
  return (
    <section aria-labelledby="opening" className="band stack">
      <h2 id="opening">{_(state === 'draft' ? 'surveys.opening' : 'surveys.closing')}</h2>
      <p>
        {_('surveys.opens')} <Moment at={opensAt} as="day-time" />. {_('surveys.closes')}{' '}
        <Moment at={closesAt} as="day-time" />.
      </p>
      {missing.length > 0 && (
        <Notice tone="warn" title={_('surveys.missing')}>
          <ul>
            {missing.map((reason) => (
              <li key={reason}>{_(`refusal.${reason}`)}</li>
            ))}
          </ul>
          <p>
            <a href={`/surveys/${id}/settings`}>{_('surveys.desk.settings')}</a>
          </p>
        </Notice>
      )}
      {state === 'draft' && missing.length === 0 && (
        <>
          {isDecided ? (
            <Notice tone="good">{_('surveys.decided')}</Notice>
          ) : (
            <Confirm
              action={`/surveys/${id}/opening`}
              open={_('surveys.open-on-date')}
              question={_('surveys.open.question')}
              confirm={_('surveys.open-on-date')}
            >
              <input type="hidden" name="version" value={version} />
              <input type="hidden" name="when" value="date" />
            </Confirm>
          )}
          <Confirm
            action={`/surveys/${id}/opening`}
            open={_('surveys.open-now')}
            question={_('surveys.open.question')}
            confirm={_('surveys.open-now')}
          >
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="when" value="now" />
          </Confirm>
        </>
      )}
      {state === 'open' && stage !== 'closed' && (
        <Confirm
          action={`/surveys/${id}/closing`}
          open={_('surveys.close')}
          question={_('surveys.close.question')}
          confirm={_('surveys.close')}
        />
      )}
    </section>
  )
}
