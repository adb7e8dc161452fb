import { Unreadable } from '../unreadable.ts'
import { commands } from './commands.ts'

/** Where a command speaks: `out` what was asked for, `said` why there is nothing. */
export type Terminal = { out: (text: string) => void; said: (text: string) => void }

/** Runs what was typed after `tavolo`. Answers 0 done, 2 asked wrongly or not readable, 3 does not hold; a defect is thrown. */
export async function runCommand([name = '', ...words]: string[], terminal: Terminal): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    const isHelp = name === '' || name === '--help' || name === 'help'
    if (isHelp) terminal.out(help())
    else terminal.said(`No command "${name}".\n\n${help()}`)
    return isHelp ? 0 : 2
  }
  if (words.includes('--help')) {
    terminal.out(`Usage: tavolo ${name} ${command.words}\n\n${command.does}\n`)
    return 0
  }
  try {
    return (await (await command.load()).run(words, terminal.out)) ?? 0
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    terminal.said(`${error.message}\n`)
    return 2
  }
}

function help(): string {
  const lines = Object.entries(commands).map(
    ([each, { words, does }]) => `  tavolo ${each} ${words}\n      ${does}\n`,
  )
  return `Usage:\n${lines.join('')}`
}
