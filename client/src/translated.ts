import { env, l10n } from 'vscode'

/**
 * Words for the user, in the editor's language: t`${name} is there already.` By their English text, with `{0}`, `{1}` …
 * where the values go, the bundles in `l10n/` translate them. What goes into minutes never does.
 */
export const t = (words: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  l10n.t(
    words.reduce((text, piece, at) => `${text}{${at - 1}}${piece}`),
    ...values,
  )

/** The language that {@link t} speaks, as BCP 47 has it. */
export const language = l10n.bundle ? env.language : 'en-GB'
