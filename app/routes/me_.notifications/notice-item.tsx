import { useLingui } from '@lingui/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { NoticeShown } from '#server/notices/contract.ts'

export function NoticeItem({ notice }: { notice: NoticeShown }) {
  const { _ } = useLingui()
  const { id, text, title, path, at, isRead } = notice
  return (
    <li className={isRead ? 'notices-item' : 'notices-item notices-unread'}>
      <div>
        <p>
          {!isRead && <Badge tone="now">{_('notices.new')}</Badge>} {text}
        </p>
        <p>
          <a href={path}>
            {title ? <UserWords text={title.text} language={title.language} /> : _('notices.open')}
          </a>
        </p>
        <p className="small muted">
          <Moment at={at} as="day-time" />
        </p>
      </div>
      {!isRead && (
        <form method="post" action="/me/notifications/read">
          <SubmitButton tone="quiet" small name="noticeId" value={id}>
            {_('notices.read')}
            <span className="visually-hidden">: {text}</span>
          </SubmitButton>
        </form>
      )}
    </li>
  )
}
