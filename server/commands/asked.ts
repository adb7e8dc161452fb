import { readFileSync } from 'node:fs'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { Unreadable } from '../unreadable.ts'

/** The one file and the options that a command was asked with; whatever else is refused with the command's name. */
export function askedOfFile<Options extends NonNullable<ParseArgsConfig['options']>>(
  command: string,
  words: string[],
  options: Options,
) {
  const { word: file, values } = askedOfOne(command, 'file', words, options)
  return { file, values }
}

/** The same for a command that is asked of something else. */
export function askedOfOne<Options extends NonNullable<ParseArgsConfig['options']>>(
  command: string,
  what: string,
  words: string[],
  options: Options,
) {
  const { values, positionals } = parsed(command, words, options)
  const [word, another] = positionals
  if (word === undefined) throw new Unreadable(command, `name the ${what}.`)
  if (another !== undefined) throw new Unreadable(command, `one ${what}, not also "${another}".`)
  return { word, values }
}

function parsed<Options extends NonNullable<ParseArgsConfig['options']>>(
  command: string,
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true as const })
  } catch (error) {
    throw new Unreadable(command, (error as Error).message)
  }
}

/** The text of a file, which must be UTF-8: another encoding would change names without a word. */
export function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    throw new Unreadable(file, (error as Error).message)
  }
}

export function oneOf<Word extends string>(
  command: string,
  option: string,
  known: readonly Word[],
  given: string,
): Word {
  const word = known.find((each) => each === given)
  if (word === undefined)
    throw new Unreadable(command, `${option} is one of ${known.join(', ')}, not "${given}".`)
  return word
}
