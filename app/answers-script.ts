import type { EntryContext } from '@remix-run/node'
import { encode } from 'turbo-stream'

/** What the loaders and the action answered, for the browser's half of Remix to start from. */
export async function answersScript(
  { loaderData, actionData }: EntryContext['staticHandlerContext'],
  nonce: string,
): Promise<string> {
  const answers = encode({ loaderData, actionData, errors: null })
  const text = JSON.stringify(await new Response(answers).text()).replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const controller = 'window.__remixContext.streamController'
  return `<script nonce="${nonce}">${controller}.enqueue(${text});${controller}.close();</script>`
}
