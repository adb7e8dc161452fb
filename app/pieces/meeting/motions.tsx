import { useLingui } from '@lingui/react'
import { ActForm } from '#app/live/act-form.tsx'
import { Badge } from '#app/pieces/badge.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import type { Decisions, MotionOnSheet } from '#server/decisions/contract.ts'
import { PutFields } from './put-fields.tsx'
import { seatsTaken, type Sitting } from './sitting.ts'

interface MotionsProps {
  sitting: Sitting
  decisions: Decisions
}

/** What seats have moved, in order; what one's own seat may do with each, and the chair. */
export function Motions({ sitting, decisions: { motions, vote, usualQuorum } }: MotionsProps) {
  const { _ } = useLingui()
  if (motions.length === 0) return <p className="muted">{_('decisions.motions.none')}</p>
  const quorum = sitting.parts.presence?.quorum
  const isQuorate = quorum !== undefined && quorum.present >= quorum.needed
  return (
    <ol className="motions">
      {motions.map((motion) => (
        <li key={motion.id} className="motion" id={`motion-${motion.id}`}>
          <MotionRead motion={motion} />
          {motion.state === 'moved' && <SeatActs sitting={sitting} motion={motion} />}
          {(motion.state === 'moved' || motion.mayBePutAgain) && sitting.my.presides && !vote && (
            <Put motion={motion} usualQuorum={usualQuorum} isQuorate={isQuorate} />
          )}
        </li>
      ))}
    </ol>
  )
}

function MotionRead({ motion }: { motion: MotionOnSheet }) {
  const { _ } = useLingui()
  const { number, organisation, state, text, language, proposal, supports } = motion
  return (
    <>
      <p className="motion-head">
        {_('decisions.motion', { number })} · <bdi>{organisation}</bdi>{' '}
        {state !== 'moved' && <Badge>{_(`decisions.motion.${state}`)}</Badge>}
      </p>
      <UserText text={text} language={language} />
      {proposal && (
        <p>
          {_('decisions.motion.asks')}{' '}
          <a href={`/proposals/${proposal.id}`}>
            <UserWords text={proposal.title} language={proposal.language} />
          </a>
        </p>
      )}
      {supports.length > 0 && (
        <p className="muted">
          {_('decisions.motion.supported', { seats: supports.length })}{' '}
          {supports.map((support, index) => (
            <span key={support.seatId}>
              {index > 0 && ' · '}
              <bdi>{support.organisation}</bdi>
            </span>
          ))}
        </p>
      )}
    </>
  )
}

function SeatActs({ sitting, motion }: { sitting: Sitting; motion: MotionOnSheet }) {
  const { _ } = useLingui()
  const { id: motionId, seatId: mover, supports } = motion
  const quiet = { tone: 'quiet', small: true } as const
  const mine = sitting.my.seats.some(({ seatId }) => seatId === mover)
  const free = seatsTaken(sitting).filter(
    ({ seatId }) => seatId !== mover && !supports.some((support) => support.seatId === seatId),
  )
  return (
    <div className="floor-acts">
      {mine && (
        <ActForm
          {...quiet}
          act="decisions/withdraw-motion"
          action={`/motions/${motionId}/withdrawal`}
          address={{ motionId }}
          button={_('decisions.motion.withdraw')}
        />
      )}
      {free.map(({ seatId, organisation }) => (
        <ActForm
          key={seatId}
          {...quiet}
          act="decisions/support-motion"
          action={`/motions/${motionId}/support`}
          address={{ motionId }}
          fields={{ seatId }}
          button={
            <>
              {_('decisions.motion.support')}
              <span className="visually-hidden"> {organisation}</span>
            </>
          }
        />
      ))}
    </div>
  )
}

interface PutProps {
  motion: MotionOnSheet
  usualQuorum: number
  isQuorate: boolean
}

function Put({ motion, usualQuorum, isQuorate }: PutProps) {
  const { _ } = useLingui()
  const { id: motionId, proposal } = motion
  if (!isQuorate) return <p className="quorum-missing">{_('refusal.no-quorum-present')}</p>
  return (
    <details className="unfold">
      <summary className="btn btn-primary btn-small">{_('decisions.put')}</summary>
      <ActForm
        act="decisions/put-motion"
        action={`/motions/${motionId}/vote`}
        address={{ motionId }}
        once
        small
        className="deciding-form"
        button={_('decisions.put.open')}
      >
        {(errors) => (
          <>
            <p>{_('decisions.put.hint')}</p>
            <PutFields
              errors={errors}
              form={`put-${motionId}`}
              usualQuorum={usualQuorum}
              isOwnText={proposal === null}
            />
          </>
        )}
      </ActForm>
    </details>
  )
}
