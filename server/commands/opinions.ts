import { Unreadable } from '#server/unreadable.ts'

export function run(words: string[]): void {
  throw new Unreadable(words[0] ?? 'tavolo opinions', 'no analysis yet')
}
