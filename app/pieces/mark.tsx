/** The mark: a table seen from above with its seats around it, one of them speaking. */
export function Mark() {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect x="15" y="20" width="34" height="24" rx="12" fill="#ffd9b0" />
      <g fill="currentColor">
        <circle cx="22" cy="11.5" r="4.5" />
        <circle cx="42" cy="11.5" r="4.5" />
        <circle cx="57" cy="24" r="4.5" />
        <circle cx="57" cy="40" r="4.5" />
        <circle cx="42" cy="52.5" r="4.5" />
        <circle cx="22" cy="52.5" r="4.5" />
        <circle cx="7" cy="40" r="4.5" />
      </g>
      <circle cx="7" cy="24" r="5.5" fill="#ff9d47" />
    </svg>
  )
}
