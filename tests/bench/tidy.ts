const afterwards: (() => Promise<void> | void)[] = []

/** Whatever a benchmark starts is ended at the end, last first, also when it fails or is interrupted. */
export function atTheEnd(run: () => Promise<void> | void): void {
  afterwards.push(run)
}

export async function tidyUp(): Promise<void> {
  for (let run = afterwards.pop(); run; run = afterwards.pop()) await run()
}
