import { memo } from '../../text/memo.ts'

let last = 0

/** A number for each immutable value: the same only for the very same one. */
export const identityOf = memo((_: object): number => ++last)
