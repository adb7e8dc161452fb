/** An error as it may be kept and shown: what kind it was, without the values that errors of databases like to quote. */
export function safeError(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown'
  return [thrown.name, named(thrown, 'code'), safeWords(thrown.message)].filter(Boolean).join(' · ')
}

/**
 * An error as it is logged: what is needed to mend it, chosen by name. To take all that an error has, as loggers do by
 * themselves, would copy the whole failing row of a person, which Postgres puts into `detail`.
 */
export function errorLogged(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return typeof thrown === 'string' ? safeWords(thrown) : 'unknown'
  const names = ['code', 'severity', 'table', 'column', 'constraint', 'routine', 'syscall']
  return {
    type: thrown.name,
    message: safeWords(thrown.message),
    ...Object.fromEntries(names.map((name) => [name, named(thrown, name)])),
    stack: framesOf(thrown),
    ...(thrown.cause instanceof Error ? { cause: safeError(thrown.cause) } : {}),
  }
}

function safeWords(words: string): string {
  return withoutQuoted(words.split('\n', 1).join(''))
    .replace(/(?<!\S)\S+@\S+/gu, '…')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{3,}/giu, '…')
    .slice(0, 160)
}

/** From the first mark that opens to the last that closes: a person's own words may hold such marks too. */
function withoutQuoted(words: string): string {
  const from = words.search(/["'«“‘`(]/u)
  const to = Math.max(...['"', "'", '»', '”', '’', '`', ')'].map((mark) => words.lastIndexOf(mark)))
  return from >= 0 && to > from ? `${words.slice(0, from)}…${words.slice(to + 1)}` : words
}

/** Names that a program gave: of a table, a rule, a code. */
function named(thrown: Error, name: string): string | undefined {
  const value: unknown = (thrown as unknown as Record<string, unknown>)[name]
  return typeof value === 'string' && /^\w{1,63}$/.test(value) ? value : undefined
}

/** Where it happened. The stack begins with the message, which may have several lines. */
function framesOf({ stack = '', message }: Error): string {
  const after = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : ''
  return after
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n')
}
