import { useLingui } from '@lingui/react'
import { recountCommands, type Recounted } from './recount-commands.ts'

/** The papers to take away, and the two commands that give what was published once more. */
export function Recount({ address, ...vote }: Recounted & { address: string }) {
  const { _ } = useLingui()
  const { ours, independent } = recountCommands(vote)
  return (
    <>
      <p>
        <a href={address}>{_('polls.download')}</a> {_('polls.download.text')}
      </p>
      <details>
        <summary>{_('polls.recount')}</summary>
        <p>{_('polls.recount.text')}</p>
        <p>{_('polls.recount.ours')}</p>
        <p className="ballot-hash" dir="ltr">
          <code>{ours}</code>
        </p>
        <p>{_('polls.recount.independent')}</p>
        <p className="ballot-hash" dir="ltr">
          <code>{independent}</code>
        </p>
        {independent.includes('--seed ') && <p>{_('polls.recount.seed')}</p>}
      </details>
    </>
  )
}
