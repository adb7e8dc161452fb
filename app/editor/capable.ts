type Connection = { saveData?: boolean; effectiveType?: string }

/**
 * Whether this browser is worth the editor's weight. Not on a saved or slow line, and not on a phone: Android
 * keyboards that compose words lose letters in a rich editor, and a plain textarea never does.
 */
export function isCapable(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection }
  if (connection?.saveData || /2g/u.test(connection?.effectiveType ?? '')) return false
  if (/Android|iPhone|iPad|Mobile/u.test(navigator.userAgent)) return false
  return window.matchMedia('(pointer: fine)').matches
}
