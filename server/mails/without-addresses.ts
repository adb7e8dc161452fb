/** Somebody's words as they may stand in a mail: mailboxes make links of what looks like an address. */
export function withoutAddresses(words: string): string {
  return words
    .replace(/(?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+/giu, '…')
    .replace(/(?<![\p{L}\p{N}-])(?:[\p{L}\p{N}-]{1,63}\.){1,10}\p{L}{2,}\b\S*/giu, '…')
    .trim()
}
