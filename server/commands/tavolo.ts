import { Unreadable } from '#server/unreadable.ts'
import { commands } from './commands.ts'

// What an analyst runs at a terminal: `npx tavolo COMMAND`. Exit codes: 0 done, 1 a defect, 2 asked wrongly or not readable, 3 does not hold.
const [name = '', ...words] = process.argv.slice(2)
// Whoever reads may stop early (`| head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (command === undefined) {
  const asked = name === '' || name === '--help' || name === 'help'
  ;(asked ? process.stdout : process.stderr).write(`${asked ? '' : `No command "${name}".\n\n`}${help()}`)
  process.exitCode = asked ? 0 : 2
} else if (words.includes('--help')) {
  process.stdout.write(`Usage: tavolo ${name} ${command.words}\n\n${command.does}\n`)
} else {
  try {
    await (await command.load()).run(words)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
}

function help(): string {
  const lines = Object.entries(commands).map(
    ([each, { words, does }]) => `  tavolo ${each} ${words}\n      ${does}\n`,
  )
  return `Usage:\n${lines.join('')}`
}
