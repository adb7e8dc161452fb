/** How long a text is that an expression is tried on. */
const most = 100_000

const spaces = /^(?:\(\?(?:<?[=!]|:|<\w+>)|[()|*+?^$]|\{\d+(?:,\d*)?\}\??|\\[bB])$/
const tokens =
  /\\[pP]\{[^}]*\}|\\u\{?[\da-fA-F]+\}?|\\x[\da-fA-F]{2}|\\k<\w+>|\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:<?[=!]|:|<\w+>)|\{\d+(?:,\d*)?\}\??|./gsu
/** One of them is in almost every class. */
const candidates = Array.from(
  'a0 -.@/:;,\'"<>=&#%*_+~|!?$^()[]{}\\`\n\t\réAZ中ا١\u0903\u202e\u0001’—\u00a0\ufeff😀',
)

/** For each class or letter that an expression names, in its order, a letter that it takes. */
function lettersOf(expression: RegExp): string[] {
  const atoms = (expression.source.match(tokens) ?? []).filter((token) => !spaces.test(token))
  return atoms.flatMap((atom) => {
    const one = taker(atom, expression.flags.replace(/[gy]/g, ''))
    const named = Array.from(atom.replaceAll('\\', ''))
    return [...named, ...candidates].find((letter) => one?.test(letter)) ?? []
  })
}

function taker(atom: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${atom})$`, flags)
  } catch {
    // A reference back to a group, which alone says nothing.
    return undefined
  }
}

/**
 * Texts made to have this expression go back and forth: each of its classes repeated, alone and after what the expression wants before
 * it, neighbours in turns, beginnings of it over and over, and at the end what it does not want.
 */
export function hostileTo(expression: RegExp): string[] {
  const letters = lettersOf(expression)
  const parts = new Set<string>()
  for (const [at, letter] of letters.entries()) {
    parts.add(letter)
    parts.add(`${letter}${letters[at + 1] ?? letters[0] ?? ''}`)
    if (at < 12) parts.add(letters.slice(0, at + 1).join(''))
  }
  const texts = new Set<string>()
  for (const part of parts) texts.add(`${filled(part)}\u0000`)
  for (const [at, letter] of letters.entries())
    texts.add(`${letters.slice(0, at).join('')}${filled(letter)}${letters.slice(at + 1, -1).join('')}\u0000`)
  return [...texts]
}

export function filled(part: string): string {
  return part.repeat(Math.ceil(most / part.length))
}
