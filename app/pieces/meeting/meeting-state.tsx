import { useLingui } from '@lingui/react'
import { Badge, type Tone } from '#app/pieces/badge.tsx'
import type { MeetingState as State } from '#server/meetings/words.ts'

const tones: Record<State, Tone> = { called: 'blue', open: 'now', closed: 'quiet', cancelled: 'bad' }

export function MeetingState({ state }: { state: State }) {
  const { _ } = useLingui()
  return <Badge tone={tones[state]}>{_(`meetings.state.${state}`)}</Badge>
}
