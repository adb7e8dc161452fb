import type { Ground } from '../ground.ts'
import { fillDemo } from './fill-demo.ts'

/** Fills the demo where it is not yet there, and says to whoever started it where to go and as whom. */
export async function showDemo(ground: Ground): Promise<void> {
  say('Tavolo, the demo: preparing its story (the first time takes a little)')
  await fillDemo(ground)
  say(
    `Open ${ground.settings.publicUrl.origin} and enter at ${ground.settings.publicUrl.origin}/demo as one of its people:`,
  )
  say(
    'an association president, a member of another association, a social worker, a mediator, a table chair,',
  )
  say(
    `a regional official, a coordinator, or a reader. Mail is read at ${ground.settings.publicUrl.origin}/dev/mail.`,
  )
}

function say(words: string): void {
  process.stdout.write(`${words}\n`)
}
