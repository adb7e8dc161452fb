import { useLingui } from '@lingui/react'
import { type ReactNode, useContext } from 'react'
import { CheckboxGroup } from '#app/pieces/choices.tsx'
import type { Drawn, GroupDrawn } from '#server/responses/contract.ts'
import { AskedInForm } from './asked-in.tsx'
import { Ours } from './ours.tsx'
import { QuestionTable } from './question-table.tsx'

interface QuestionGroupProps {
  group: GroupDrawn
  draw: (inside: readonly Drawn[]) => ReactNode
}

/** Questions that belong together; background questions only after one agrees to answer them. */
export function QuestionGroup({ group, draw }: QuestionGroupProps) {
  const { _ } = useLingui()
  const { errors } = useContext(AskedInForm)
  const { path, label, hint, consent, table, inside } = group
  const consentPath = `${path}/_consent`
  return (
    <section className="question-group" id={path} aria-labelledby={label ? `${path}-title` : undefined}>
      {label && <h2 id={`${path}-title`}>{label}</h2>}
      {hint && <p className="field-hint">{hint}</p>}
      {consent !== null && (
        <>
          <input type="hidden" name={consentPath} value="" />
          <CheckboxGroup
            name={consentPath}
            label={<Ours>{_('responses.background')}</Ours>}
            hint={<Ours>{_('responses.background.hint')}</Ours>}
            choices={[{ value: 'OK', label: <Ours>{_('responses.background.agree')}</Ours> }]}
            chosen={[consent]}
            error={errors[consentPath]}
            optional
          />
        </>
      )}
      {table ? <QuestionTable choices={table} inside={inside} /> : draw(inside)}
    </section>
  )
}
