const leastPeople = 5

/** A number of people as it may be shown: never below five, and in steps of five, so that one person more or less tells nothing. */
export function shownPeople(people: number): number | null {
  return people < leastPeople ? null : people - (people % leastPeople)
}
