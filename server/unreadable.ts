/** What a person gave cannot be read: said with where and why, never with a stack. */
export class Unreadable extends Error {
  /**
   * @param file as the person named it
   * @param place its line and column, both from 1 (a column may carry its title); left out when the whole is at fault
   */
  constructor(file: string, reason: string, place?: { line: number; column?: number | string }) {
    const where =
      place === undefined
        ? ''
        : `, line ${place.line}${place.column === undefined ? '' : `, column ${place.column}`}`
    super(`${file}${where}: ${reason}`)
    this.name = 'Unreadable'
  }
}
