// Loaded before a node (`--import`): its wall clock is wrong by so many minutes, and by its monotonic one nothing is changed.
const by = Number(process.env.SKEW_MINUTES) * 60_000
const TrueDate = Date
globalThis.Date = class Date extends TrueDate {
  constructor(...given) {
    if (given.length === 0) super(TrueDate.now() + by)
    else super(...given)
  }
  static now() {
    return TrueDate.now() + by
  }
}
