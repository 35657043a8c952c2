import type { BaseLanguageClient } from 'vscode-languageclient'

/**
 * Writes what goes wrong to the output alone. That the server is down, or a command failed, we say once and in our words;
 * what the editor asked for by itself is not worth a message over the text of somebody who takes minutes.
 */
export function quiet(client: BaseLanguageClient): BaseLanguageClient {
  const { error } = client
  client.error = (message, data) => error.call(client, message, data, false)
  return client
}
