import type { Finding } from '../rules/rule.ts'

/** What checking a file came to. */
export interface FileResult {
  /** Absolute. */
  readonly path: string
  readonly text: string
  readonly findings: readonly Finding[]
  /** Why it could not be read or, where it was to be fixed, not be written. */
  readonly failure?: string
  /** Whether its text was fixed and written. */
  readonly fixed?: boolean
}
