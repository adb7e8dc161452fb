export const mostAttempts = 8

/** A minute after the first failure, then three times longer each time: eighteen hours in all. */
export function nextAttempt(attempts: number, now: Date): Date {
  return new Date(now.getTime() + 60_000 * 3 ** (attempts - 1))
}

/** What went wrong by its codes alone: a mail server's own words repeat the address. */
export function errorCode(thrown: unknown): string {
  const { code, responseCode } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as {
    code?: unknown
    responseCode?: unknown
  }
  const words = [code, responseCode].filter((word) => typeof word === 'string' || typeof word === 'number')
  return words.length > 0 ? words.join(' ') : 'unknown'
}

/** The server said that this address will never do. */
export function isPermanent(thrown: unknown): boolean {
  const { responseCode, command } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as {
    responseCode?: unknown
    command?: unknown
  }
  return (
    command === 'RCPT TO' && typeof responseCode === 'number' && responseCode >= 550 && responseCode < 560
  )
}
