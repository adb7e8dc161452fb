/** The icons the pages use; app/styles/build.ts cuts the sprite to this list. */
export const iconNames = [
  'arrow-right',
  'arrow-left',
  'bookmark',
  'burger',
  'calendar',
  'check',
  'check-circle',
  'chevron-right',
  'chevron-left',
  'clip',
  'clock',
  'close',
  'collapse',
  'comment',
  'delete',
  'download',
  'expand',
  'external-link',
  'file',
  'flag',
  'funnel',
  'help-circle',
  'horn',
  'info-circle',
  'link',
  'list',
  'locked',
  'logout',
  'mail',
  'map-marker',
  'minus',
  'note',
  'password-invisible',
  'password-visible',
  'pencil',
  'plus',
  'print',
  'refresh',
  'search',
  'settings',
  'star-full',
  'star-outline',
  'user',
  'warning-circle',
] as const

export type IconName = (typeof iconNames)[number]

/** A picture beside words: it never speaks alone, so it is hidden from screen readers. */
export function Icon({ name, small }: { name: IconName; small?: boolean }) {
  const pointing = name.startsWith('arrow') || name.startsWith('chevron')
  return (
    <svg
      className={`icon${small ? ' icon-small' : ''}${pointing ? ' icon-pointing' : ''}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <use href={`/icons.svg#${name}`} />
    </svg>
  )
}
