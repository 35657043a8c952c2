/** What the suite says of what it finds, in a browser too, where Node's own `assert` is not. */
export const assert: {
  ok(value: unknown, message?: string): asserts value
  equal(found: unknown, wanted: unknown): void
  deepEqual(found: unknown, wanted: unknown): void
  match(text: string, pattern: RegExp): void
  doesNotMatch(text: string, pattern: RegExp): void
} = {
  ok(value, message = `${shown(value)} will not do.`) {
    if (!value) throw new Error(message)
  },
  equal(found, wanted) {
    if (!Object.is(found, wanted)) throw new Error(`Found ${shown(found)}\nwanted ${shown(wanted)}`)
  },
  /** For what can be written as JSON. */
  deepEqual(found, wanted) {
    assert.equal(shown(found), shown(wanted))
  },
  match(text, pattern) {
    assert.ok(pattern.test(text), `${shown(text)}\ndoes not match ${pattern}`)
  },
  doesNotMatch(text, pattern) {
    assert.ok(!pattern.test(text), `${shown(text)}\nmatches ${pattern}`)
  },
}

const shown = (value: unknown): string => JSON.stringify(value, undefined, 2) ?? String(value)
