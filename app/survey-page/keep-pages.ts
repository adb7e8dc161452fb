import { cacheOf, isOfSurveys, ownOf } from './cache-names.ts'

/** Asks the worker to keep this survey's page in each of its languages, with all it is drawn and run by. */
export async function keepPages(surveyId: string): Promise<void> {
  const address = document.querySelector<HTMLElement>('[data-worker]')?.dataset['worker']
  if (!address || !('serviceWorker' in navigator)) return
  const asked = await navigator.serviceWorker.register(address, { scope: '/surveys/' }).catch(() => undefined)
  if (!asked || !navigator.onLine) return
  const { active } = await navigator.serviceWorker.ready
  const links = document.querySelectorAll<HTMLAnchorElement>('a[data-language]')
  const pages = [
    { address: location.href, language: document.documentElement.lang },
    ...[...links].map(({ href, lang }) => ({ address: href, language: lang })),
  ]
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  active?.postMessage({ keep: cacheOf(surveyId), pages })
}

/** What says who is signed in goes as soon as they have sent. */
export async function forgetOwnPages(surveyId: string): Promise<void> {
  if ('caches' in globalThis) await caches.delete(ownOf(cacheOf(surveyId)))
}

export async function forgetPages(surveyId: string): Promise<void> {
  await forgetOwnPages(surveyId)
  await caches.delete(cacheOf(surveyId))
  // The last survey of this phone takes the worker with it.
  if ((await caches.keys()).some(isOfSurveys)) return
  await (await navigator.serviceWorker?.getRegistration('/surveys/'))?.unregister()
}
