import type { Minutes } from '../minutes/minutes.ts'

/** The minutes of another file of the folder, read now; `undefined` where there are none to be had. */
export type ReadMinutes = (path: string) => Promise<Minutes | undefined>
