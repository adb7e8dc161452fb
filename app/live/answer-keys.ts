// The whole script of the answering page, which does not hydrate: the keys 1, 2 and 3 press the answers.
document.addEventListener('keydown', (event) => {
  const { target, key, ctrlKey, metaKey, altKey, repeat } = event
  if (ctrlKey || metaKey || altKey || repeat) return
  if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')) return
  const answer = document.querySelector<HTMLButtonElement>(`button[data-key="${CSS.escape(key)}"]`)
  if (!answer || answer.dataset['pressed']) return
  // A second press while the page is on its way would answer the next statement unseen.
  for (const each of document.querySelectorAll<HTMLButtonElement>('button[data-key]'))
    each.dataset['pressed'] = 'yes'
  answer.click()
})
