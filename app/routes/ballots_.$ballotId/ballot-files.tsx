import { useLingui } from '@lingui/react'
import { Recount } from '#app/pieces/poll-count/recount.tsx'
import type { BallotShown } from '#server/ballots/contract.ts'
import { papersFile, type Unit } from '#server/ballots/words.ts'

/** The votes to take away, by name and without; people decide nothing, so no quorum and no majority is theirs. */
export function BallotFiles({ ballot, unit }: { ballot: BallotShown; unit: Unit }) {
  const { _ } = useLingui()
  const { id, turnout, quorum, majority, seatsOnRoll, peopleOnRoll } = ballot
  if (turnout[unit] === 0) return null
  const [decides, roll] = unit === 'seat' ? [{ quorum, majority }, seatsOnRoll] : [null, peopleOnRoll ?? 0]
  return (
    <>
      <p>
        <a href={`/ballots/${id}/named-votes/${unit}`}>{_('ballots.names.download')}</a>
      </p>
      <Recount
        address={`/ballots/${id}/papers/${unit}`}
        file={papersFile(id, unit)}
        kind="favour"
        rules={{ quorum: 0, majority: 'simple', ...decides, seats: 1, tie: 'does-not-pass' }}
        roll={roll}
        counted={null}
      />
    </>
  )
}
