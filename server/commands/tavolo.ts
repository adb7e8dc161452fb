import { runCommand } from './run-command.ts'

// What an analyst runs at a terminal: `npx tavolo COMMAND`. It ends with 1 on a defect, else as runCommand says.
// Whoever reads may stop early (`| head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  said: (text) => process.stderr.write(text),
})
