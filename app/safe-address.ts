/** Only a path of ours: `?back=` must never lead away (`//evil`, `/\evil`, `https:evil`, `javascript:`). */
export function safeAddress(given: unknown, otherwise = '/'): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])/.test(given)) return otherwise
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for: browsers drop them
  if (/[\u0000-\u0020\\]/.test(given)) return otherwise
  const origin = 'http://own.invalid'
  if (!URL.canParse(given, origin)) return otherwise
  const url = new URL(given, origin)
  return url.origin === origin ? url.pathname + url.search + url.hash : otherwise
}
