import { useLingui } from '@lingui/react'
import { Icon, type IconName } from '#app/pieces/icon.tsx'
import type { ConsultationShown } from '#server/consultations/contract.ts'
import { figuresUpTo } from '#server/consultations/words.ts'

/** Where one goes from here, each with how much is behind it. */
export function Doors({
  consultation: { id, roomId, figures },
  asksOpinions,
}: {
  consultation: Pick<ConsultationShown, 'id' | 'roomId' | 'figures'>
  /** Whether statements are asked in it, or may be set up by this reader. */
  asksOpinions: boolean
}) {
  const { _ } = useLingui()
  const doors = [
    { href: `/needs?consultation=${id}`, word: 'needs', icon: 'horn', figure: figures.needs },
    { href: `/rooms/${roomId}`, word: 'room', icon: 'comment', figure: null },
    ...(asksOpinions
      ? [
          {
            href: `/consultations/${id}/opinions`,
            word: 'opinions',
            icon: 'help-circle',
            figure: null,
          } as const,
        ]
      : []),
    {
      href: `/proposals?consultation=${id}`,
      word: 'proposals',
      icon: 'check-circle',
      figure: figures.proposals,
    },
    { href: `/consultations/${id}/polls`, word: 'polls', icon: 'check', figure: figures.openVotes },
    { href: `/consultations/${id}/surveys`, word: 'surveys', icon: 'pencil', figure: figures.openSurveys },
    { href: `/briefs?consultation=${id}`, word: 'briefs', icon: 'file', figure: figures.briefs },
  ] as const satisfies { href: string; word: string; icon: IconName; figure: number | null }[]
  return (
    <ul className="plain-list doors">
      {doors.map(({ href, word, icon, figure }) => (
        <li key={word}>
          <a href={href}>
            <Icon name={icon} />
            <span className="door-words">
              <strong>{_(`consultations.door.${word}`)}</strong>
              <span className="small muted">
                {figure === null
                  ? _(`consultations.door.${word}.text`)
                  : figure >= figuresUpTo
                    ? _('consultations.many', { count: figuresUpTo - 1 })
                    : _(`consultations.count.${word}`, { count: figure })}
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
