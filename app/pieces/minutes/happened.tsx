import { useLingui } from '@lingui/react'
import type { Happenings } from '#server/minutes/contract.ts'
import { Clock } from '../meeting/turn-clock.tsx'
import { Moment } from '../moment.tsx'
import { UserText, UserWords } from '../user-text.tsx'
import { CheckTaken } from './check-taken.tsx'
import { MotionMoved } from './motion-moved.tsx'

interface HappenedProps {
  happenings: Happenings
  roomId: string
  level: 3 | 4
}

export function isAnythingIn(happenings: Happenings): boolean {
  const { speakers, statements, checks, motions, decisions, tasks } = happenings
  return [speakers, statements, checks, motions, decisions, tasks].some(({ length }) => length > 0)
}

/** Who spoke, statements for the record, checks, motions with their votes, decisions and tasks, in this order. */
export function Happened({ happenings, roomId, level }: HappenedProps) {
  const { _ } = useLingui()
  const Heading = `h${level}` as const
  const { speakers, statements, checks, motions, decisions, tasks } = happenings
  return (
    <>
      {speakers.length > 0 && (
        <>
          <Heading>{_('minutes.spoke')}</Heading>
          <ul>
            {speakers.map(({ seatId, organisation, seconds, turns, names }) => (
              <li key={seatId}>
                <bdi>{organisation}</bdi>
                {names.map((name) => (
                  <span key={name}>
                    {' '}
                    (<bdi>{name}</bdi>)
                  </span>
                ))}
                : <Clock seconds={seconds} /> {turns > 1 && _('minutes.turns', { turns })}
              </li>
            ))}
          </ul>
        </>
      )}
      {statements.length > 0 && (
        <>
          <Heading>{_('minutes.statements')}</Heading>
          {statements.map(({ messageId, ...statement }) => (
            <Statement key={messageId} statement={statement} address={`/rooms/${roomId}#m-${messageId}`} />
          ))}
        </>
      )}
      {checks.map((check) => (
        <CheckTaken key={check.id} check={check} level={level} />
      ))}
      {motions.map((motion) => (
        <MotionMoved key={motion.id} motion={motion} level={level} />
      ))}
      {decisions.length > 0 && (
        <>
          <Heading>{_('minutes.consents')}</Heading>
          {decisions.map(({ id, text, language, at, quorum }) => (
            <div key={id} className="minutes-decision">
              <UserText text={text} language={language} />
              <p className="muted">
                <Moment at={at} as="time" /> · {_('minutes.present', quorum)}
              </p>
            </div>
          ))}
        </>
      )}
      {tasks.length > 0 && (
        <>
          <Heading>{_('minutes.tasks')}</Heading>
          <ul>
            {tasks.map(({ id, text, language, from, office, dueOn, reviewOn }) => (
              <li key={id}>
                <a href={`/tasks/${id}`}>
                  <UserWords text={text} language={language} />
                </a>{' '}
                — <bdi>{office}</bdi>, {_('minutes.task.by')} <Moment at={dueOn} />
                {reviewOn && (
                  <>
                    {'; '}
                    {_('minutes.task.review-on')} <Moment at={reviewOn} />
                  </>
                )}
                {from && (
                  <p className="muted">
                    {_('minutes.task.of')} <UserWords text={from.text} language={from.language} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

interface StatementProps {
  statement: Omit<Happenings['statements'][number], 'messageId'>
  address: string
}

function Statement({ statement, address }: StatementProps) {
  const { _ } = useLingui()
  const { text, language, organisation, name, saidAt, isEdited } = statement
  return (
    <figure className="brief-quotation">
      <blockquote lang={language} dir="auto">
        <p>{text}</p>
      </blockquote>
      <figcaption className="small">
        {organisation ? <bdi>{organisation}</bdi> : name === null && _('minutes.a-person')}
        {name && (
          <>
            {' '}
            <bdi>{name}</bdi>
          </>
        )}
        {' · '}
        <a href={address}>
          <Moment at={saidAt} as="time" />
        </a>
        {isEdited && ` · ${_('minutes.edited')}`}
      </figcaption>
    </figure>
  )
}
