import { useLingui } from '@lingui/react'
import { Notice } from '#app/pieces/notice.tsx'

const lines = [
  { id: 'help.wrong.112', number: '112' },
  { id: 'help.wrong.trafficking', number: '800 290 290' },
  { id: 'help.wrong.violence', number: '1522' },
] as const

/** Whom to call when somebody is in danger: nobody watches this site day and night. */
export function Emergency() {
  const { _ } = useLingui()
  return (
    <Notice tone="bad" title={_('help.wrong.emergency')}>
      <p>{_('help.wrong.emergency.text')}</p>
      <dl className="terms">
        {lines.map(({ id, number }) => (
          <div key={id}>
            <dt>{_(id)}</dt>
            <dd>
              <a className="phone" href={`tel:${number.replaceAll(' ', '')}`} dir="ltr">
                {number}
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}
