import { config, t } from '@vscode/l10n'
import { english, type Say, sayBy } from '../text/phrase.ts'

/** The languages beside English that our messages are in. A bundle is loaded when somebody wants it. */
const BUNDLES: ReadonlyMap<string, () => Promise<{ readonly default: Readonly<Record<string, string>> }>> = new Map([
  ['de', () => import('../../../l10n/bundle.l10n.de.json')],
])

/**
 * Says phrases in the language of a locale, written as `de`, `de-AT` or `de_AT.UTF-8`; in English where we do not speak
 * that. A process speaks one language: it is that of the last call.
 */
export async function languageOf(locale: string | undefined): Promise<Say> {
  const load = BUNDLES.get(/^[a-z]*/i.exec(locale ?? '')![0].toLowerCase())
  if (!load) return english
  config({ contents: (await load()).default })
  return sayBy((text, values) => t(text, ...values))
}
