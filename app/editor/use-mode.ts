import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { isCapable } from './capable.ts'

type Mode = 'plain-only' | 'plain' | 'rich'

const afterTheClick = 300

/** Whether the editor stands in for the textarea, and which textarea it covers. */
export function useMode(area: RefObject<HTMLTextAreaElement>) {
  const [mode, setMode] = useState<Mode>('plain-only')
  const [covered, setCovered] = useState<HTMLTextAreaElement>()

  useEffect(() => {
    const textarea = area.current
    if (!textarea || !isCapable()) return undefined

    let isHere = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const begin = () => {
      if (!isHere || document.activeElement === textarea) return
      textarea.removeEventListener('blur', later)
      setCovered(textarea)
      setMode('rich')
    }
    // Leaving a field is often a click elsewhere, and the page must not move under it.
    const later = () => {
      timer = setTimeout(begin, afterTheClick)
    }
    const arrive = async () => {
      await import('./rich-editor.tsx')
      // A field is not taken from under the hands of the person typing in it.
      textarea.addEventListener('blur', later)
      begin()
    }
    // Where the line fails, the textarea is whole without the editor.
    void arrive().catch(() => undefined)
    return () => {
      isHere = false
      clearTimeout(timer)
      textarea.removeEventListener('blur', later)
    }
  }, [area])

  return { mode, covered, choose: setMode }
}
