import type { Language } from '#server/ground.ts'
import type { Platform } from '#server/platform.ts'

/** What every loader and action is handed (server/edge/pages.ts). The screens import no value of the server. */
declare module '@remix-run/node' {
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
