import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { RULES } from '../rules/index.ts'

/** Where the rules' pages lie, by rule: beside the bundle. */
export const PAGES: ReadonlyMap<string, string> = new Map(
  RULES.map(({ id }) => [id, join(__dirname, 'rules', `${id}.md`)] as const).filter(([, path]) => existsSync(path)),
)
