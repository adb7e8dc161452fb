/** The phone's own position, where its holder asks for it: the fields stay, to be read and changed. */
export function startPositions(root: ParentNode): void {
  if (!('geolocation' in navigator)) return
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-position]')) {
    button.hidden = false
    button.addEventListener('click', () => {
      const path = button.dataset['position'] ?? ''
      button.disabled = true
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          const { latitude, longitude, altitude, accuracy } = coords
          put(path, 'lat', latitude.toFixed(6))
          put(path, 'lon', longitude.toFixed(6))
          put(path, 'alt', String(Math.round(altitude ?? 0)))
          put(path, 'acc', String(Math.round(accuracy)))
          button.disabled = false
        },
        () => {
          button.disabled = false
          const failed = button.nextElementSibling
          if (failed instanceof HTMLElement) failed.hidden = false
        },
        { enableHighAccuracy: true, timeout: 20_000 },
      )
    })
  }
}

function put(path: string, part: string, value: string): void {
  const field = document.getElementsByName(`${path}~${part}`)[0]
  if (!(field instanceof HTMLInputElement)) return
  field.value = value
  field.dispatchEvent(new Event('change', { bubbles: true }))
}
