import { RefusedFile } from './refused-file.ts'

const markup = /^\s*(?:<[!?a-z/]|\{\\rtf|%!PS|%PDF)/iu
// oxlint-disable-next-line no-control-regex -- they are what it looks for
const unwritten = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/u

/** Text in UTF-8 that is nothing else besides: no markup that a browser would draw, no bytes that nobody types. */
export function plainText(bytes: Uint8Array): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new RefusedFile('file-is-not-utf8')
  }
  if (unwritten.test(text)) throw new RefusedFile('file-not-allowed')
  if (markup.test(text)) throw new RefusedFile('file-is-not-what-it-says')
  return text.normalize('NFC')
}

// White space that parts no cells: with tabs and line ends in it, each of a long run of them would look through all the rest.
const cellStart =
  /(^|[,;\t\n])("?)(?=[^\S\t\n]*(?:[=@|%＝＠]|[+\-＋－](?![\d.,]+[^\S\t\n]*(?:[",;\t\n]|$))))/gu

/** A table as text in which no cell runs as a formula where a spreadsheet opens it; numbers below nought stay. */
export function harmlessTable(text: string): string {
  return text.replaceAll(/\r\n?/gu, '\n').replace(cellStart, "$1$2'")
}
