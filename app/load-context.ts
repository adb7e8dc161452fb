import type { Language } from '#server/ground.ts'
import type { Platform } from '#server/platform.ts'

/** What every loader and action is handed (server/edge/pages.ts). The screens import no value of the server. */
declare module '@remix-run/node' {
  // Loaders answer dates as dates; without this their types would say strings.
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext {
    platform: Platform
    language: Language
    nonce: string
    cookie: { write(token: string): string; clear(): string }
    site: {
      origin: string
      demo: boolean
      accessibilityUrl: string | undefined
      sourceUrl: string | undefined
    }
    report?(error: unknown): void
  }
}
