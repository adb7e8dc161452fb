/**
 * Holds a page to the grammar in which our screens write, stricter than any browser: a text has no `<`, an attribute is
 * quoted and a script has our nonce. Whatever somebody wrote and was not escaped breaks it.
 */
export function faultsIn(page: string): string[] {
  const faults: string[] = []
  let at = 0
  while (at < page.length) {
    const fault = (why: string) => faults.push(`${why}: ${page.slice(Math.max(0, at - 60), at + 120)}`)
    const script = matchAt(/<script((?: [a-zA-Z-]+="[^"<>]*")*)>([\s\S]*?)<\/script>/y, page, at)
    if (script) {
      const [whole, attributes = '', source = ''] = script
      const isFile = source === '' && / src="\/assets\/[\w.-]+"/.test(attributes)
      if (
        !isFile &&
        !/ nonce="[\w-]{20,}"/.test(attributes) &&
        !attributes.includes(' type="application/json"')
      )
        fault('a script that is not ours')
      if (/<!--|<\/?script|[\u2028\u2029]/i.test(source)) fault('a script that may end too soon')
      at += whole.length
      continue
    }
    const look = matchAt(
      /<style id="look(?:-rest)?" nonce="[\w-]{20,}">(?:[^<]|<(?![/!a-zA-Z]))*<\/style>/y,
      page,
      at,
    )
    if (look) {
      at += look[0].length
      continue
    }
    const tag = matchAt(/<([a-z][a-zA-Z0-9]*)((?:\s[a-zA-Z][\w:-]*(?:="[^"<>]*")?)*)\s*\/?>/y, page, at)
    if (tag) {
      const [whole, name = '', attributes = ''] = tag
      // The questions of a survey that do not concern a person yet wait in one; what is in it is held to the same grammar.
      const isWaiting = name === 'template' && /^ data-asked="[^"<>]*"$/.test(attributes)
      if (forbidden.has(name) && !isWaiting) fault(`<${name}>`)
      for (const [, attribute = '', value = ''] of attributes.matchAll(/\s([\w:-]+)(?:="([^"]*)")?/g)) {
        if (/^on|^srcdoc$/i.test(attribute)) fault(`the attribute ${attribute}`)
        if (addresses.has(attribute.toLowerCase()) && !isHarmless(unescaped(value))) fault('an address')
      }
      at += whole.length
      continue
    }
    const rest = matchAt(/<!DOCTYPE html>|<!-- -->|<!--\/?\$[?!]?-->|<\/[a-z][a-zA-Z0-9]*>|[^<]+/iy, page, at)
    if (!rest) fault('neither text nor a tag')
    at += rest?.[0].length ?? 1
  }
  return faults
}

const forbidden = new Set(['script', 'iframe', 'object', 'embed', 'base', 'style', 'template', 'noscript'])
const addresses = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data', 'ping'])

/** Ours, or one that a browser opens as a page or a mail: never one that it runs. */
function isHarmless(address: string): boolean {
  return /^(?:\/(?![/\\])|[#?]|https?:\/\/[\w.-]+(?::\d+)?(?:[/?#]|$)|mailto:|tel:|$)/.test(address)
}

/** An attribute's value as a browser reads it. */
function unescaped(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
