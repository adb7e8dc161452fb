import { useLingui } from '@lingui/react'
import { useState } from 'react'
import { ActForm } from '#app/live/act-form.tsx'
import { useNow } from '#app/live/use-now.ts'
import type { ChecksShown, MyAnswers, OpenCheckShown } from '#server/checks/contract.ts'
import { CheckFields } from './check-fields.tsx'
import { CheckResultShown, useOptions } from './check-result.tsx'
import { seatsTaken, type Sitting } from './sitting.ts'
import { Clock } from './turn-clock.tsx'

interface CheckPanelProps {
  sitting: Sitting
  check: ChecksShown
  language: string
}

/** The check that is open and how one answers it, the result of the last, and how the chair opens another. */
export function CheckPanel({ sitting, check: { open, last }, language }: CheckPanelProps) {
  const { _ } = useLingui()
  const meetingId = sitting.meeting.id
  return (
    <>
      {open && <OpenCheck key={open.id} sitting={sitting} check={open} />}
      {last && <CheckResultShown check={last} />}
      {!open && !last && <p>{_('floor.check.none')}</p>}
      {sitting.my.runs && sitting.meeting.state === 'open' && !open && (
        <details>
          <summary>{_('floor.check.open')}</summary>
          <ActForm
            act="checks/open-check"
            action={`/meetings/${meetingId}/checks`}
            address={{ meetingId }}
            once
            className="stack"
            button={_('floor.check.open')}
          >
            {(errors) => <CheckFields errors={errors} language={language} />}
          </ActForm>
        </details>
      )}
      <p>
        <a href={`/meetings/${meetingId}/checks`}>{_('floor.check.all')}</a>
      </p>
    </>
  )
}

function OpenCheck({ sitting, check }: { sitting: Sitting; check: OpenCheckShown }) {
  const { _ } = useLingui()
  const meetingId = sitting.meeting.id
  const now = useNow(true)
  const left = Math.max(0, Math.ceil((Date.parse(check.closesAt) - now) / 1_000))
  const units =
    check.unit === 'seat'
      ? seatsTaken(sitting).map(({ seatId, organisation }) => ({ unitId: seatId, name: organisation }))
      : sitting.isSignedIn
        ? [{ unitId: '', name: '' }]
        : []
  return (
    <div className="check-open">
      <p lang={check.language} dir="auto" className="check-question">
        {check.question}
      </p>
      <p className="muted">
        {left > 0 ? (
          <>
            {_('floor.check.left')} <Clock seconds={left} />
          </>
        ) : (
          _('floor.check.over')
        )}
        {check.answered !== null &&
          ` · ${_(`floor.check.answered.${check.unit}`, { answered: check.answered })}`}
      </p>
      {left > 0 &&
        units.map(({ unitId, name }) => (
          <Answers
            key={unitId}
            sitting={sitting}
            check={check}
            seatId={unitId}
            name={units.length > 1 ? name : ''}
          />
        ))}
      {sitting.my.runs && (
        <ActForm
          act="checks/close-check"
          action={`/meetings/${meetingId}/checks/${check.id}/closing`}
          address={{ meetingId, checkId: check.id }}
          tone="quiet"
          small
          button={_('floor.check.close')}
        />
      )}
    </div>
  )
}

interface AnswersProps {
  sitting: Sitting
  check: OpenCheckShown
  /** Empty when one answers for oneself. */
  seatId: string
  name: string
}

function Answers({ sitting, check, seatId, name }: AnswersProps) {
  const { _ } = useLingui()
  const meetingId = sitting.meeting.id
  const labels = useOptions(check)
  const [chosen, setChosen] = useState(() => choiceIn(sitting.answers, check, seatId))
  return (
    <fieldset className="check-answers">
      <legend>{name ? <bdi>{name}</bdi> : _('floor.check.yours')}</legend>
      {labels.map((label, choice) => (
        <ActForm
          key={label}
          act="checks/answer-check"
          action={`/meetings/${meetingId}/checks/${check.id}/answers`}
          address={{ meetingId, checkId: check.id }}
          fields={{ choice: String(choice), ...(seatId ? { seatId } : {}) }}
          tone={chosen === choice ? 'primary' : 'quiet'}
          isPressed={chosen === choice}
          button={check.kind === 'question' ? <bdi lang={check.language}>{label}</bdi> : label}
          onDone={() => setChosen(choice)}
        />
      ))}
    </fieldset>
  )
}

function choiceIn(answers: MyAnswers, check: OpenCheckShown, seatId: string): number | undefined {
  return answers.find(({ checkId, unitId }) => checkId === check.id && (seatId === '' || unitId === seatId))
    ?.choice
}
