import { window } from 'vscode'
import { t } from '../translated.ts'

/** Asks for a text of one line that is not empty. `undefined` when the user changed their mind. */
export async function askLine(
  title: string,
  prompt: string,
  value = '',
  mayBeEmpty = false,
): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title,
    prompt,
    value,
    validateInput: (typed) => (mayBeEmpty || typed.trim() !== '' ? undefined : t`This cannot be empty.`),
  })
  return answer?.trim()
}
