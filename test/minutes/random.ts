import fc from 'fast-check'

/** The seed of this run's random tests. `SEED=… npx vitest run` repeats a run that failed. */
export const seed = Number(process.env.SEED ?? 20_260_204)

/** Checks a property on random values; a failure names its seed and the smallest value that fails. */
export function always<T>(values: fc.Arbitrary<T>, runs: number, holds: (value: T) => void): void {
  fc.assert(fc.property(values, holds), { seed, numRuns: runs, verbose: fc.VerbosityLevel.None })
}
