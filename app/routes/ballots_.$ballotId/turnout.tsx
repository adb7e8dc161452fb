import { useLingui } from '@lingui/react'
// oxlint-disable-next-line import/default -- Vite answers the address of the file that it builds from it
import script from '#app/live/turnout.ts?worker&url'
import { turnoutWords } from '#app/turnout-words.ts'
import type { BallotShown } from '#server/ballots/contract.ts'

/** How many have voted; where scripts run the sentence stays true by itself, until the reader stops it. */
export function Turnout({ ballot }: { ballot: BallotShown }) {
  const { _ } = useLingui()
  const [stop, goOn] = [_('ballots.live.stop'), _('ballots.live.go-on')]
  return (
    <div className="cluster">
      <p id="turnout" data-address={`/ballots/${ballot.id}/turnout`}>
        {turnoutWords(_, ballot)}
      </p>
      <button
        id="turnout-pause"
        type="button"
        className="btn btn-outline-primary btn-small"
        hidden
        data-pause={stop}
        data-resume={goOn}
      >
        {stop}
      </button>
      <div role="status">
        <p id="turnout-over" hidden>
          {_('ballots.live.over')} <a href={`/ballots/${ballot.id}`}>{_('ballots.live.result')}</a>
        </p>
      </div>
      <script src={script} defer />
    </div>
  )
}
