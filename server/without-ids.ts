/** The kind of page that a path is of: whose page it was, and any token in it, are left out. */
export function withoutIds(path: string): string {
  return path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, ':id').replace(/(?<![\w-])[\w-]{20,}(?=\/|$)/g, ':token')
}
