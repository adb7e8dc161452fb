import { runCommand } from '#server/commands/run-command.ts'

/** What a terminal would show, and how the command ended. */
export async function tavolo(...words: string[]): Promise<{ out: string; said: string; status: number }> {
  const shown = { out: '', said: '' }
  const status = await runCommand(words, {
    out: (text) => void (shown.out += text),
    said: (text) => void (shown.said += text),
  })
  return { ...shown, status }
}
