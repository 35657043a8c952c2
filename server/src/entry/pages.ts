import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where the rules' pages lie, by rule: beside the bundle. */
export const pagesOf = (rules: readonly { readonly id: string }[]): ReadonlyMap<string, string> =>
  new Map(
    rules.map(({ id }) => [id, join(__dirname, 'rules', `${id}.md`)] as const).filter(([, path]) => existsSync(path)),
  )
