import { columnsOf, harmless, type Style, wrapped } from './terminal.ts'

/** A column of a table for people. */
export interface Column<Row> {
  readonly title: string
  readonly of: (row: Row) => string | number | undefined
  /** Whether its cells may be broken into lines where the terminal is narrow. */
  readonly yields?: true
}

const GAP = 2
/** No column gets narrower than this, however narrow the terminal. */
const NARROWEST = 16

/**
 * Rows below each other, numbers to the right. A column in which no row says anything is left out.
 *
 * @param width how many columns the terminal has; `undefined` where it is none, and nothing need be broken.
 */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  style: Style,
  width: number | undefined,
): string {
  const filled = columns
    .map((column) => ({ ...column, cells: rows.map((row) => harmless(String(column.of(row) ?? ''))) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map((column) => ({ ...column, isNumber: column.cells.every((cell) => /^\d*$/.test(cell)) }))
  const widths = fitted(
    filled.map(({ title, cells, yields }) => ({
      needed: Math.max(columnsOf(title), ...cells.map(columnsOf)),
      yields: yields === true,
    })),
    width,
  )
  /** One line, or several where a cell needs more. */
  const row = (cells: readonly string[], paint: (text: string, column: number) => string): string[] => {
    const lines = cells.map((cell, at) => wrapped(cell, widths[at]!))
    return Array.from({ length: Math.max(...lines.map(({ length }) => length)) }, (_, number) =>
      filled
        .map(({ isNumber }, at) => {
          const text = lines[at]![number] ?? ''
          const blank = ' '.repeat(widths[at]! - columnsOf(text))
          return isNumber ? blank + paint(text, at) : paint(text, at) + (at === filled.length - 1 ? '' : blank)
        })
        .join(' '.repeat(GAP))
        .trimEnd(),
    )
  }
  return [
    ...row(
      filled.map(({ title }) => title),
      (text) => style(text, 'dim'),
    ),
    ...rows.flatMap((_, number) =>
      row(
        filled.map(({ cells }) => cells[number]!),
        (text, at) => (at === 0 && text !== '' ? style(text, 'bold') : text),
      ),
    ),
  ].join('\n')
}

/** The widths of columns on so wide a terminal: of those that yield, the last one does so first. */
function fitted(
  columns: readonly { readonly needed: number; readonly yields: boolean }[],
  width: number | undefined,
): readonly number[] {
  const widths = columns.map(({ needed }) => needed)
  let over = width === undefined ? 0 : widths.reduce((sum, each) => sum + each, GAP * (widths.length - 1)) - width
  for (let at = widths.length - 1; at >= 0 && over > 0; at--) {
    if (!columns[at]!.yields) continue
    const room = Math.max(0, Math.min(over, widths[at]! - NARROWEST))
    widths[at]! -= room
    over -= room
  }
  return widths
}
