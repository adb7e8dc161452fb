/**
 * The same outline written by steps from each point to the next, which is a quarter of a small page shorter. Takes what
 * d3-geo writes: whole numbers, `M`, `L` and `Z` only.
 */
export function inSteps(path: string): string {
  return path
    .split(/(?=M)/)
    .filter((ring) => ring !== '')
    .map((ring) => {
      const points = ring
        .replace('M', '')
        .replace('Z', '')
        .split('L')
        .map((point) => point.split(',').map(Number))
      const steps = points.slice(1).flatMap(([x = 0, y = 0], index) => {
        const [fromX = 0, fromY = 0] = points[index] ?? []
        return [x - fromX, y - fromY]
      })
      // A minus parts two numbers as well as a space does.
      const written = steps.join(' ').replaceAll(' -', '-')
      return `M${points[0]?.join(',') ?? ''}${written && `l${written}`}${ring.endsWith('Z') ? 'Z' : ''}`
    })
    .join('')
}
