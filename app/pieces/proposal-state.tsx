import { useLingui } from '@lingui/react'
import type { ProposalState as State } from '#server/proposals/words.ts'
import { Badge, type Tone } from './badge.tsx'

const tones: Record<State, Tone> = {
  draft: 'quiet',
  published: 'blue',
  voting: 'now',
  approved: 'good',
  'not-approved': 'bad',
  answered: 'good',
  withdrawn: 'quiet',
}

export function ProposalState({ state }: { state: State }) {
  const { _ } = useLingui()
  return <Badge tone={tones[state]}>{_(`proposals.state.${state}`)}</Badge>
}
