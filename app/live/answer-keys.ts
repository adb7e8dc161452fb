// The whole script of the answering page, which does not hydrate: while one is at the answers, the keys 1, 2 and 3 press them.
// Not on the whole page: who speaks to a machine, or brushes a key, would answer unawares (WCAG 2.1.4).
const asking = document.querySelector('.asking')
const answers = [...document.querySelectorAll<HTMLButtonElement>('.asking button[name="vote"]')]
document.querySelector('.asking-keys')?.removeAttribute('hidden')

const digits = ['123', '١٢٣', '۱۲۳']

/** Which answer a key stands for: by the digit that it writes in any script, or where it lies where digits need Shift. */
function answerAt({ key, code }: KeyboardEvent): number {
  const written = digits.map((three) => (key.length === 1 ? three.indexOf(key) : -1)).find((at) => at >= 0)
  return written ?? ['Digit1', 'Digit2', 'Digit3'].indexOf(code)
}

let isPressed = false
asking?.addEventListener('keydown', (event) => {
  const pressed = event as KeyboardEvent
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.repeat) return
  const answer = answers[answerAt(pressed)]
  if (!answer || isPressed) return
  // A second press while the page is on its way would change the answer unseen; one that never comes is waited for no longer.
  isPressed = true
  setTimeout(() => (isPressed = false), 5_000)
  answer.click()
})
// Shown again as it was left, by going back.
addEventListener('pageshow', () => (isPressed = false))
