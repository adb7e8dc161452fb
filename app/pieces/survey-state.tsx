import { useLingui } from '@lingui/react'
import type { SurveyState as State } from '#server/surveys/words.ts'
import { Badge, type Tone } from './badge.tsx'

const tones: Record<State, Tone> = { draft: 'quiet', planned: 'blue', open: 'now', closed: 'quiet' }

export function SurveyState({ state }: { state: State }) {
  const { _ } = useLingui()
  return <Badge tone={tones[state]}>{_(`surveys.state.${state}`)}</Badge>
}
