import { type DestinationStream, type Logger, pino } from 'pino'
import { errorLogged } from './safe-error.ts'

/** JSON, one line for each thing that happened, and nothing in it that says who. Errors go under `error`, always. */
export function openLog(level: string, to: DestinationStream = soon()): Logger {
  return pino(
    {
      level,
      base: null,
      errorKey: 'error',
      serializers: { error: errorLogged },
      redact: ['email', 'recipient', '*.email', '*.recipient'],
    },
    to,
  )
}

/** Lines are written together, at the latest after half a second: a write for each request costs as much as a query. */
function soon(): DestinationStream {
  return pino.destination({ sync: false, minLength: 4096, periodicFlush: 500 })
}
