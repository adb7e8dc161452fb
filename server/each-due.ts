/**
 * Turns what is due, one after another, so that one's trouble is not another's: what fails is passed over, and thrown once all others
 * are turned. `turn` looks for one that is not passed over, says which it found before it changes anything, and answers whether it
 * found any. Answers how many were turned.
 */
export async function eachDue(
  turn: (passedOver: string[], found: (id: string) => void) => Promise<boolean>,
): Promise<number> {
  const failed = new Map<string, unknown>()
  let turned = 0
  for (let isAnyLeft = true; isAnyLeft;) {
    let found: string | undefined
    try {
      isAnyLeft = await turn([...failed.keys()], (id) => void (found = id))
      if (isAnyLeft) turned++
    } catch (error) {
      // The trouble of looking is everybody's.
      if (found === undefined) throw error
      failed.set(found, error)
    }
  }
  for (const error of failed.values()) throw error
  return turned
}
