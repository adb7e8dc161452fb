import { useLingui } from '@lingui/react'

interface SurveyProgressProps {
  place: number
  pages: number
}

/** How far one has come, in words and as a bar. */
export function SurveyProgress({ place, pages }: SurveyProgressProps) {
  const { _ } = useLingui()
  if (pages < 2) return null
  return (
    <p className="asking-progress">
      <span>{_('responses.progress', { place, pages })}</span>
      <progress max={pages} value={place - 1} aria-hidden="true" />
    </p>
  )
}
