import { type CompletionItem, MarkupContent, MarkupKind } from 'vscode-languageserver'
import { asPlain } from '../drafting/plain-words.ts'
import type { ClientCan } from './state.ts'

/** A completion as far as an editor can show it. */
export function itemFor({ labelDetails, documentation }: ClientCan, item: CompletionItem): CompletionItem {
  const detailed = labelDetails ? item : withoutLabelDetails(item)
  return documentation === MarkupKind.Markdown ? detailed : withPlainDocumentation(detailed)
}

/** For editors that show one detail beside a label, and no more. */
function withoutLabelDetails({ labelDetails, ...item }: CompletionItem): CompletionItem {
  const detail = [labelDetails?.detail?.trim(), labelDetails?.description].filter(Boolean).join(' · ')
  return detail ? { ...item, detail } : item
}

function withPlainDocumentation(item: CompletionItem): CompletionItem {
  if (!MarkupContent.is(item.documentation)) return item
  const lines = item.documentation.value.split('\n').map((line) => asPlain(line))
  return { ...item, documentation: { kind: MarkupKind.PlainText, value: lines.join('\n') } }
}
