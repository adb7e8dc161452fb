import type { Language } from '#server/ground.ts'
import type { Copies, Text } from '#server/edge/copies.ts'
import type { Workbook } from '#server/write-workbook.ts'
import type { Platform } from '#server/platform.ts'

export type PageCopies = Copies

/** What every loader and action is handed (server/edge/pages.ts). The screens import no value of the server. */
declare module '@remix-run/node' {
  // Loaders answer dates as dates; without this their types would say strings.
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext {
    platform: Platform
    language: Language
    /** Another site had the browser open this page. */
    isFromElsewhere: boolean
    /** Different in every copy of a page; while a page is drawn, a mark that is replaced when it is sent. */
    nonce: string
    /** For a form's `clientId`: likewise new in every copy. */
    newId: string
    /** Cuts a page that was drawn, in so many parts, where its copies differ. */
    cut(...texts: Text[]): PageCopies
    /** On a thread of its own: a large one takes a second. */
    writeWorkbook(workbook: Workbook): Promise<Uint8Array>
    /** The page that was drawn. */
    page?: PageCopies
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
