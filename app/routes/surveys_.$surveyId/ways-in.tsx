import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { IntroductionShown } from '#server/responses/contract.ts'

interface WaysInProps {
  shown: IntroductionShown
  code: string
  isUsedUp: boolean
  errors: Record<string, string | undefined>
}

/** Every way that is open to the reader to begin, and how to carry on with what was begun elsewhere. */
export function WaysIn({ shown, code, isUsedUp, errors }: WaysInProps) {
  const { _ } = useLingui()
  const { ways, survey, language, may } = shown
  const page = `/surveys/${survey.id}`
  const begin = (by: string, label: string, more?: ReactNode) => (
    <form method="post" action={page} className="form" key={label}>
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="language" value={language.name} />
      {more}
      <div>
        <SubmitButton>{label}</SubmitButton>
      </div>
    </form>
  )
  return (
    <section className="asking" aria-labelledby="begin">
      <h2 id="begin">{_('responses.begin.title')}</h2>
      {ways.link &&
        (isUsedUp ? <p>{_('responses.device-answered')}</p> : begin('link', _('responses.begin')))}
      {ways.account === 'open' && begin('account', _('responses.begin.account'))}
      {ways.account === 'answered' && <p>{_('refusal.survey-answered-already')}</p>}
      {ways.account === 'sign-in' && (
        <p>
          <a href={`/sign-in?back=${encodeURIComponent(page)}`}>{_('responses.sign-in')}</a>
        </p>
      )}
      {ways.seats.map(({ seatId, name, hasAnswered }) =>
        hasAnswered ? (
          <p key={seatId}>{_('responses.seat-answered', { name })}</p>
        ) : (
          begin(
            'seat',
            _('responses.begin.seat', { name }),
            <input type="hidden" name="seatId" value={seatId} />,
          )
        ),
      )}
      {ways.code &&
        begin(
          'code',
          _('responses.begin.code'),
          <TextField
            name="code"
            label={_('responses.code')}
            hint={_('responses.code.hint')}
            defaultValue={code}
            error={errors['code']}
            autoComplete="off"
            dir="ltr"
            short
          />,
        )}
      {shown.worksOffline && (
        <p>
          <a href={`${page}/whole?language=${language.code}`}>{_('offline.link')}</a>
        </p>
      )}
      <p>
        <a href={`${page}/answering/resumption`}>{_('responses.resume')}</a>
      </p>
      {may.enterOnBehalf && (
        <>
          <p>
            <a href={`${page}/answering/on-behalf`}>{_('responses.on-behalf')}</a>
          </p>
          <p>
            <a href={`${page}/print?language=${language.code}`}>{_('surveys.print')}</a>
          </p>
        </>
      )}
    </section>
  )
}
