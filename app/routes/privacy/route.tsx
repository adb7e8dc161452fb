import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Contents } from '#app/pieces/contents.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Part } from '#app/pieces/part.tsx'
import { mailKeptDays } from '#server/mails/words.ts'
import { draftKeptDays } from '#server/needs/words.ts'
import { noticeKeptDays, readNoticeKeptDays } from '#server/notices/words.ts'
import { answererCookie, answererDays, answersKeptDays } from '#server/opinions/words.ts'
import { invitationDays, invitationKeptDays } from '#server/organisations/words.ts'
import { codeKeptDays, codeMinutes, sessionDays, sessionKeptDays } from '#server/people/words.ts'
import { answeredCookie, begunKeptDays, respondingCookie, sentKeptDays } from '#server/responses/words.ts'

const parts = ['who', 'kept', 'not', 'public', 'device', 'long', 'rights'] as const
const kept = [
  'account',
  'entry',
  'writing',
  'votes',
  'opinions',
  'surveys',
  'role',
  'reports',
  'mails',
  'events',
  'feedback',
] as const
const notKept = ['status', 'address', 'logs', 'others'] as const
const seen = ['1', '2', '3', '4', '5'] as const
const rights = ['yourself', 'ask', 'how', 'fixed'] as const
const cookies: { name: string; id: string; values?: Record<string, number> }[] = [
  { name: '__Host-tavolo', id: 'privacy.device.session', values: { days: sessionDays } },
  { name: answererCookie, id: 'privacy.device.answers', values: { days: answererDays } },
  { name: respondingCookie, id: 'privacy.device.responding', values: { days: begunKeptDays } },
  { name: answeredCookie, id: 'privacy.device.answered' },
  { name: 'language', id: 'privacy.device.language' },
  { name: 'sent-draft-…', id: 'privacy.device.sent' },
]
/** What the platform deletes by itself (server/jobs/forget-old.ts), and when. */
const periods: { id: string; values: Record<string, number> }[] = [
  { id: 'privacy.long.code', values: { minutes: codeMinutes, days: codeKeptDays } },
  { id: 'privacy.long.session', values: { days: sessionKeptDays } },
  { id: 'privacy.long.mail', values: { days: mailKeptDays } },
  { id: 'privacy.long.notice', values: { read: readNoticeKeptDays, days: noticeKeptDays } },
  { id: 'privacy.long.draft', values: { days: draftKeptDays } },
  { id: 'privacy.long.invitation', values: { valid: invitationDays, days: invitationKeptDays } },
  { id: 'privacy.long.answers', values: { days: answersKeptDays } },
  { id: 'privacy.long.begun', values: { days: begunKeptDays } },
  { id: 'privacy.long.responses', values: { days: sentKeptDays } },
]

export default function Privacy() {
  const { _ } = useLingui()
  return (
    <main id="content" className="page">
      <PageHeading title={_('privacy.title')} lead={_('privacy.lead')} />
      <Contents parts={parts.map((id) => ({ id, title: _(`privacy.${id}`) }))} />
      <Part id="who" title={_('privacy.who')}>
        <p>{_('privacy.who.1')}</p>
        <p>{_('privacy.who.2')}</p>
      </Part>
      <Part id="kept" title={_('privacy.kept')}>
        <dl className="terms">
          {kept.map((what) => (
            <Term key={what} term={_(`privacy.kept.${what}`)}>
              {_(`privacy.kept.${what}.text`)}
            </Term>
          ))}
        </dl>
      </Part>
      <Part id="not" title={_('privacy.not')}>
        <ul>
          {notKept.map((what) => (
            <li key={what}>{_(`privacy.not.${what}`)}</li>
          ))}
        </ul>
      </Part>
      <Part id="public" title={_('privacy.public')}>
        {seen.map((what) => (
          <p key={what}>{_(`privacy.public.${what}`)}</p>
        ))}
      </Part>
      <Part id="device" title={_('privacy.device')}>
        <ul>
          {cookies.map(({ name, id, values }) => (
            <li key={id}>
              <code dir="ltr">{name}</code>: {_(id, values)}
            </li>
          ))}
          <li>{_('privacy.device.drafts')}</li>
        </ul>
        <p>{_('privacy.device.technical')}</p>
      </Part>
      <Part id="long" title={_('privacy.long')}>
        <ul>
          {periods.map(({ id, values }) => (
            <li key={id}>{_(id, values)}</li>
          ))}
        </ul>
        <p>{_('privacy.long.rest')}</p>
      </Part>
      <Part id="rights" title={_('privacy.rights')}>
        {rights.map((right) => (
          <p key={right}>{_(`privacy.rights.${right}`)}</p>
        ))}
        <p>
          {_('privacy.rights.garante')}{' '}
          <a href="https://www.garanteprivacy.it" dir="ltr">
            www.garanteprivacy.it
          </a>
        </p>
      </Part>
    </main>
  )
}

function Term({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
