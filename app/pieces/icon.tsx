import { iconPaths } from './icon-paths.ts'

export type IconName = keyof typeof iconPaths

/** A picture beside words: it never speaks alone, so it is hidden from screen readers. */
export function Icon({ name, small }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? 'icon icon-small' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path className={pointing.has(name) ? 'pointing' : undefined} d={iconPaths[name]} />
    </svg>
  )
}

/** These point along the line of reading, so they turn with it. */
const pointing = new Set<IconName>(['arrow-right', 'chevron-left', 'chevron-right'])
