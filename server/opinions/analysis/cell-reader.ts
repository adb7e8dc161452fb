const [newline, carriageReturn, quote, minus, zero, one, comma, semicolon] = [10, 13, 34, 45, 48, 49, 44, 59]

/**
 * The cells of a CSV (RFC 4180), one after the other. Millions of cells of one byte are the common case, which a reader
 * of CSV in general takes ten times as long for: a vote is read from its bytes, and only what is not plainly one
 * becomes text.
 */
export class CellReader {
  /** From 1: the line where the cell read last begins. */
  line = 1
  #at: number
  #newlines = 0
  readonly #bytes: Uint8Array
  readonly #separator: number

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
    const end = bytes.indexOf(newline)
    const first = bytes.subarray(0, end === -1 ? bytes.length : end)
    // As spreadsheets write it where the comma divides whole from part.
    this.#separator = first.includes(semicolon) && !first.includes(comma) ? semicolon : comma
  }

  /** Goes on to the next line that says anything; false at the end. */
  nextLine(): boolean {
    while (this.#bytes[this.#at] === newline || this.#bytes[this.#at] === carriageReturn) {
      if (this.#bytes[this.#at] === newline) this.#newlines++
      this.#at++
    }
    this.line = this.#newlines + 1
    return this.#at < this.#bytes.length
  }

  /** Whether another cell of this line follows; goes on to it. */
  nextCell(): boolean {
    if (this.#bytes[this.#at] !== this.#separator) return false
    this.#at++
    return true
  }

  /** The vote in this cell; 'unseen' when it is empty, and the text itself when it is neither. */
  vote(): 1 | 0 | -1 | 'unseen' | { text: string } {
    const start = this.#at
    const first = this.#bytes[start]
    if (first === this.#separator || first === newline || first === undefined) return 'unseen'
    const isNegative = first === minus
    const digit = isNegative ? this.#bytes[start + 1] : first
    const end = start + (isNegative ? 2 : 1)
    if ((digit === one || (digit === zero && !isNegative)) && this.#isOver(end)) {
      this.#at = end
      return digit === zero ? 0 : isNegative ? -1 : 1
    }
    const text = this.text()
    if (text === '') return 'unseen'
    const value = /^[-+]?\d+(?:\.0*)?$/.test(text) ? Number(text) : Number.NaN
    return value === 1 ? 1 : value === -1 ? -1 : value === 0 ? 0 : { text }
  }

  /** The text of this cell, without white space around it. */
  text(): string {
    if (this.#bytes[this.#at] === quote) return this.#quoted()
    const start = this.#at
    while (!this.#isOver(this.#at)) this.#at++
    return decoder.decode(this.#bytes.subarray(start, this.#at)).trim()
  }

  #quoted(): string {
    let text = ''
    do {
      const start = ++this.#at
      while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== quote) {
        if (this.#bytes[this.#at] === newline) this.#newlines++
        this.#at++
      }
      text += decoder.decode(this.#bytes.subarray(start, this.#at))
      this.#at++
      if (this.#bytes[this.#at] === quote) text += '"'
    } while (this.#bytes[this.#at] === quote)
    // What stands behind the closing quote belongs to no cell: it is kept, so that the reason can show it.
    const start = this.#at
    while (!this.#isOver(this.#at)) this.#at++
    return (text + decoder.decode(this.#bytes.subarray(start, this.#at))).trim()
  }

  #isOver(at: number): boolean {
    const byte = this.#bytes[at]
    return byte === this.#separator || byte === newline || byte === carriageReturn || byte === undefined
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
