import { useLingui } from '@lingui/react'
import type { MotionMoved as Motion } from '#server/minutes/contract.ts'
import { Moment } from '../moment.tsx'
import { UserText, UserWords } from '../user-text.tsx'
import { VoteTaken } from './vote-taken.tsx'

/** A motion from the floor: who moved and supported it, how it ended, and how it was voted. */
export function MotionMoved({ motion, level }: { motion: Motion; level: 3 | 4 }) {
  const { _ } = useLingui()
  const Heading = `h${level}` as const
  const { number, organisation, name, text, language, movedAt, proposal, supports, ending, votes } = motion
  return (
    <div className="minutes-motion">
      <Heading>
        {_('decisions.motion', { number })} · <bdi>{organisation}</bdi>
      </Heading>
      <p className="muted">
        <Moment at={movedAt} as="time" />
        {name && (
          <>
            {' '}
            · <bdi>{name}</bdi>
          </>
        )}
        {ending !== 'put' && ` · ${_(`minutes.motion.${ending}`)}`}
      </p>
      <UserText text={text} language={language} />
      {proposal && (
        <p>
          {_('decisions.motion.asks')} {proposal.number}.{' '}
          <UserWords text={proposal.title} language={proposal.language} />
        </p>
      )}
      {supports.length > 0 && (
        <p>
          {_('decisions.motion.supported', { seats: supports.length })}{' '}
          {supports.map((support, index) => (
            <span key={support}>
              {index > 0 && ' · '}
              <bdi>{support}</bdi>
            </span>
          ))}
        </p>
      )}
      {votes.map((vote) => (
        <VoteTaken key={vote.ballotId} vote={vote} />
      ))}
    </div>
  )
}
