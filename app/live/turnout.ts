import { keepAsking, type Heard } from './keep-asking.ts'

// The whole script of a ballot's page, which does not hydrate: it keeps one sentence true while the vote is open.
const shown = document.getElementById('turnout')
const over = document.getElementById('turnout-over')
const pause = document.getElementById('turnout-pause')
const address = shown?.dataset['address']

if (shown && over && pause && address) {
  let isPaused = false

  const ask = async (): Promise<Heard> => {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) })
    if (answer.status === 404) return 'over'
    if (!answer.ok) return 'later'
    const { isOpen, text } = (await answer.json()) as { isOpen: boolean; text: string }
    if (shown.textContent !== text) shown.textContent = text
    over.hidden = isOpen
    pause.hidden = !isOpen
    return isOpen ? 'on' : 'over'
  }

  const asking = keepAsking(ask, () => !isPaused && !document.hidden)
  document.addEventListener('visibilitychange', asking.wake)
  pause.addEventListener('click', () => {
    isPaused = !isPaused
    pause.textContent = pause.dataset[isPaused ? 'resume' : 'pause'] ?? ''
    asking.wake()
  })
  pause.hidden = false
}
