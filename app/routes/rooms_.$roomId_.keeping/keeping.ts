import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

/** The same under each address that its forms are sent to, so that a refused one is shown where it was sent. */
export async function loadKeeping({ request, params, context }: LoaderFunctionArgs) {
  const { roomId = '' } = params
  const kept = await context.platform.rooms
    .showKeeping({ roomId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { kept }
}
