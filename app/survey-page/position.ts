/** The phone's own position, where its holder asks for it: the fields stay, to be read and changed. */
export function startPositions(form: HTMLElement): void {
  if (!('geolocation' in navigator)) return
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[data-position]'))
    button.hidden = false
  form.addEventListener('click', ({ target }) => {
    const button =
      target instanceof Element ? target.closest<HTMLButtonElement>('button[data-position]') : null
    if (button) askPhone(button, button.dataset['position'] ?? '')
  })
}

function askPhone(button: HTMLButtonElement, path: string): void {
  const told = (isFailed: boolean) => {
    button.disabled = false
    const failed = button.nextElementSibling
    if (failed instanceof HTMLElement) failed.hidden = !isFailed
  }
  button.disabled = true
  navigator.geolocation.getCurrentPosition(
    ({ coords: { latitude, longitude, altitude, accuracy } }) => {
      put(path, 'lat', latitude.toFixed(6))
      put(path, 'lon', longitude.toFixed(6))
      put(path, 'alt', String(Math.round(altitude ?? 0)))
      put(path, 'acc', String(Math.round(accuracy)))
      told(false)
    },
    () => told(true),
    { enableHighAccuracy: true, timeout: 20_000 },
  )
}

function put(path: string, part: string, value: string): void {
  const field = document.getElementsByName(`${path}~${part}`)[0]
  if (!(field instanceof HTMLInputElement)) return
  field.value = value
  field.dispatchEvent(new Event('change', { bubbles: true }))
}
