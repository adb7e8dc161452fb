import { useLingui } from '@lingui/react'
import { areas } from '#server/needs/words.ts'
import type { NeedListed } from '#server/needs/contract.ts'
import { EmptyState } from './empty-state.tsx'
import { FieldGroup } from './field.tsx'
import { SelectField } from './select-field.tsx'
import { SubmitButton } from './submit-button.tsx'
import { TextField } from './text-field.tsx'
import { UserWords } from './user-text.tsx'

interface NeedPickerProps {
  consultationId: string
  needs: readonly NeedListed[]
  /** Ticked so far, on this page of the list and on others. */
  picked: readonly string[]
  asked: { q: string; area: string }
  next: string | null
  /** The button that goes on with what is ticked. */
  go: string
  error?: string | undefined
}

/** Finds needs and ticks them. The address carries what is ticked, so that a new search loses nothing. */
export function NeedPicker({ consultationId, needs, picked, asked, next, go, error }: NeedPickerProps) {
  const { _ } = useLingui()
  const here = new Set(needs.map(({ id }) => id))
  return (
    <form method="get" className="form">
      <input type="hidden" name="consultation" value={consultationId} />
      {picked
        .filter((id) => !here.has(id))
        .map((id) => (
          <input key={id} type="hidden" name="need" value={id} />
        ))}
      <TextField type="search" name="q" label={_('proposals.pick.search')} optional defaultValue={asked.q} />
      <SelectField
        name="area"
        label={_('proposals.pick.area')}
        optional
        empty={_('proposals.pick.every-area')}
        options={areas.map((area) => ({ value: area, label: _(`needs.area.${area}`) }))}
        defaultValue={asked.area}
      />
      <SubmitButton tone="quiet" name="step" value="search">
        {_('proposals.pick.find')}
      </SubmitButton>
      <p role="status">{_('proposals.pick.count', { n: picked.length })}</p>
      {needs.length === 0 ? (
        <EmptyState title={_('proposals.pick.none')} />
      ) : (
        <FieldGroup name="need" label={_('proposals.pick.needs')} error={error}>
          {() =>
            needs.map((need) => <PickedNeed key={need.id} need={need} isPicked={picked.includes(need.id)} />)
          }
        </FieldGroup>
      )}
      <div className="cluster">
        <SubmitButton name="step" value="write">
          {go}
        </SubmitButton>
        {next && (
          <SubmitButton tone="quiet" name="after" value={next}>
            {_('proposals.pick.more')}
          </SubmitButton>
        )}
      </div>
    </form>
  )
}

function PickedNeed({ need, isPicked }: { need: NeedListed; isPicked: boolean }) {
  const { _ } = useLingui()
  const id = `need-${need.id}`
  return (
    <div className="choice">
      <input
        id={id}
        type="checkbox"
        name="need"
        value={need.id}
        defaultChecked={isPicked}
        aria-describedby={`${id}-about`}
      />
      <label htmlFor={id}>
        <UserWords text={need.title ?? _('proposals.source.gone')} language={need.language} />
      </label>
      <p className="field-hint" id={`${id}-about`}>
        {need.organisation && (
          <>
            <bdi>{need.organisation.name}</bdi> ·{' '}
          </>
        )}
        <bdi>{need.territory.name}</bdi> · {_('needs.supports', { n: need.supports })} ·{' '}
        <a href={`/needs/${need.id}`}>{_('proposals.pick.read')}</a>
      </p>
    </div>
  )
}
