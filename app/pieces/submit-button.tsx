import { useLingui } from '@lingui/react'
import type { ComponentProps, ReactNode } from 'react'

const tones = {
  primary: 'btn btn-primary',
  quiet: 'btn btn-outline-primary',
  danger: 'btn btn-danger',
}

interface SubmitButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  tone?: keyof typeof tones
  small?: boolean
  /** The form is on its way (only pages with JavaScript know). It stays focusable, and says so. */
  pending?: boolean
  pendingText?: ReactNode
}

export function SubmitButton({
  tone = 'primary',
  small,
  pending,
  pendingText,
  children,
  ...button
}: SubmitButtonProps) {
  const { _ } = useLingui()
  return (
    <button
      {...button}
      type="submit"
      className={small ? `${tones[tone]} btn-small` : tones[tone]}
      aria-disabled={pending || undefined}
    >
      <span aria-live="polite">{pending ? (pendingText ?? _('shell.sending')) : children}</span>
    </button>
  )
}
