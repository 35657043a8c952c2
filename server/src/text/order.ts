/** Compares two texts by their UTF-16 code units, as `sort` wants it: the same on every machine. A missing one comes first. */
export const order = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)
