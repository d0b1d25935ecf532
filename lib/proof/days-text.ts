/** A number of days, in words that go on in a sentence. */
export function daysText(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}
