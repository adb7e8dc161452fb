import { useCallback, useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { findDraft, forgetDraft, forgetOldDrafts, keepDraft, settleSentDrafts } from './draft.ts'
import type { DraftStorage } from './draft.ts'
import { fieldsOf, fillFields } from './form-fields.ts'

const quiet = 800

export type DraftState = 'none' | 'kept' | 'restored' | 'forgotten'

/**
 * Keeps what is typed in the form around a field on this device, until the server says that it arrived.
 * A form that came back refused already holds what was typed, so there nothing is restored.
 */
export function useDraft(inside: RefObject<HTMLElement>, key: string | undefined, refused: boolean) {
  const [state, setState] = useState<DraftState>('none')
  const off = useRef(false)
  // Read once, when the form appears: a refusal that comes later must not restore an older draft.
  const holdsWhatWasTyped = useRef(refused)

  useEffect(() => {
    const form = inside.current?.closest('form')
    const storage = deviceStorage()
    if (!key || !form || !storage) return undefined

    settle(storage)
    forgetOldDrafts(storage, Date.now())
    const draft = findDraft(storage, key, Date.now())
    if (
      draft &&
      !holdsWhatWasTyped.current &&
      JSON.stringify(draft.fields) !== JSON.stringify(fieldsOf(form))
    ) {
      fillFields(form, draft.fields)
      // oxlint-disable-next-line react/set-state-in-effect -- what a device keeps is known only in the browser
      setState('restored')
    }

    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      if (timer === undefined || off.current) return
      clearTimeout(timer)
      timer = undefined
      if (keepDraft(storage, key, fieldsOf(form), Date.now())) setState('kept')
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(keep, quiet)
    }
    form.addEventListener('input', later)
    form.addEventListener('change', later)
    window.addEventListener('pagehide', keep)
    return () => {
      form.removeEventListener('input', later)
      form.removeEventListener('change', later)
      window.removeEventListener('pagehide', keep)
      keep()
      settle(storage)
    }
  }, [inside, key])

  const forget = useCallback(() => {
    const storage = deviceStorage()
    if (!key || !storage) return
    off.current = true
    forgetDraft(storage, key)
    setState('forgotten')
  }, [key])

  return { state, forget }
}

function settle(storage: DraftStorage): void {
  for (const cookie of settleSentDrafts(storage, document.cookie)) document.cookie = cookie
}

// Reading `localStorage` throws where a browser forbids it.
function deviceStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}
