import { useLingui } from '@lingui/react'
import type { Outcome } from '#server/ballots/words.ts'
import type { PollState } from '#server/polls/words.ts'
import { Badge, type Tone } from './badge.tsx'

const stateTones: Record<PollState, Tone> = {
  planned: 'blue',
  unconfirmed: 'warn',
  opening: 'now',
  open: 'now',
  closing: 'warn',
  closed: 'quiet',
  cancelled: 'quiet',
}
const outcomeTones: Record<Outcome, Tone> = { approved: 'good', 'not-approved': 'bad', 'no-quorum': 'warn' }

/** Where a ballot is, or once it is counted what came of it. */
export function BallotState({ state, outcome }: { state: PollState; outcome?: Outcome | null | undefined }) {
  const { _ } = useLingui()
  return outcome ? (
    <Badge tone={outcomeTones[outcome]}>{_(`ballots.outcome.${outcome}`)}</Badge>
  ) : (
    <Badge tone={stateTones[state]}>{_(`ballots.state.${state}`)}</Badge>
  )
}
