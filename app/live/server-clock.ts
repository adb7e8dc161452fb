/** The platform's time as this device can tell it: it starts from moments that were sent, and only counts on. */
export function serverClock(sent: number) {
  let moment = sent
  let countedFrom: number | undefined
  const now = () => (countedFrom === undefined ? moment : moment + (performance.now() - countedFrom))
  return {
    now,
    /** Starts to count, once there is a browser to count in. */
    start: (): void => {
      countedFrom ??= performance.now()
    },
    /** Every moment arrives late by the length of the way; the latest estimate is the one that came quickest. */
    hear: (at: string): void => {
      const heard = Date.parse(at)
      if (countedFrom !== undefined && heard <= now()) return
      moment = heard
      countedFrom = performance.now()
    },
  }
}
