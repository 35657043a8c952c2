/** What we use of `markdown-it`, which VS Code brings along for its preview. */
export interface MarkdownIt {
  readonly renderer: { readonly rules: { text?: RenderRule | undefined } }
}

export interface Token {
  readonly type: string
  readonly content: string
}

export type RenderRule = (
  tokens: readonly Token[],
  index: number,
  options: unknown,
  env: unknown,
  self: unknown,
) => string
