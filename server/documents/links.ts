import { documentLimits, linkSchemes } from './shape.ts'

// A browser drops these silently before it reads the scheme, so `java\tscript:` would run.
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

/** The address as it may be stored and shown, or nothing when it may not. */
export function safeLink(asked: string): string | undefined {
  if (asked.length > documentLimits.linkLength || hidden.test(asked)) return undefined

  const url = parse(asked.trim())
  if (!url || !linkSchemes.some((scheme) => scheme === url.protocol)) return undefined
  // https://regione.it@elsewhere.example reads as the region and goes elsewhere.
  if (url.username || url.password) return undefined
  if (url.protocol === 'mailto:' && !/^[^@\s]+@[^@\s]+$/u.test(url.pathname)) return undefined

  const href = url.href.replace(/[\s()<>"'\\^`{|}]/gu, percent)
  return href.length > documentLimits.linkLength ? undefined : href
}

function parse(asked: string): URL | undefined {
  try {
    return new URL(asked)
  } catch {
    return undefined
  }
}

function percent(character: string): string {
  const bytes = [...new TextEncoder().encode(character)]
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}
