/** What a page may load and run: its own files, and scripts only where the page hydrates or has one of its own. */
export function contentSecurityOf(nonce: string | undefined, origin: string, hasScript = false): string {
  const socket = origin.replace(/^http/, 'ws')
  return [
    "default-src 'none'",
    `script-src ${nonce ? `'self' 'nonce-${nonce}'` : hasScript ? "'self'" : "'none'"}`,
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${nonce ? `'self' ${socket}` : hasScript ? "'self'" : "'none'"}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
