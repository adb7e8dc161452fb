import { useLingui } from '@lingui/react'
import type { FollowedKind } from '#server/notices/words.ts'
import { SubmitButton } from './submit-button.tsx'

interface FollowButtonProps {
  kind: FollowedKind
  id: string
  isFollowing: boolean
  /** The page to come back to. */
  back: string
  /** What it is called, for who hears the button without seeing the page around it. */
  named?: string
}

/** To be told what becomes of it, or no longer. */
export function FollowButton({ kind, id, isFollowing, back, named }: FollowButtonProps) {
  const { _ } = useLingui()
  return (
    <form method="post" action={isFollowing ? '/follows/withdrawal' : '/follows'}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="back" value={back} />
      <SubmitButton tone="quiet" small>
        {_(isFollowing ? 'notices.unfollow' : 'notices.follow')}
        {named && <span className="visually-hidden"> {named}</span>}
      </SubmitButton>
    </form>
  )
}
