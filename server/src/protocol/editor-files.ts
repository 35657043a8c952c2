import type { Connection } from 'vscode-languageserver'
import { type Host, isHidden, MOST_BYTES, MOST_FILES, tooLarge, UNREADABLE } from './host.ts'
import {
  type FileExistsParams,
  FileExistsRequest,
  type FileExistsResult,
  type ListFilesParams,
  ListFilesRequest,
  type ListFilesResult,
  type ReadFileParams,
  ReadFileRequest,
  type ReadFileResult,
  type Unreadable,
} from './messages.ts'

/** They may lie far away, where most of the time is the way there. */
const AT_ONCE = 10

/** Files as the editor has them: of folders that are on no disk, or on none that the server can reach. */
export function editorFiles(connection: Connection): Omit<Host, 'page'> {
  const ask = <Answer>(method: string, params: object) => connection.sendRequest<Answer>(method, params)

  async function read(params: Omit<ReadFileParams, 'most'>): Promise<string> {
    const wanted: ReadFileParams = { ...params, most: MOST_BYTES }
    const answer = await ask<ReadFileResult>(ReadFileRequest, wanted)
    if ('text' in answer) return answer.text
    throw new Error(wordsFor(answer.unreadable))
  }

  return {
    async listFiles(folder) {
      const wanted: ListFilesParams = { folder, most: MOST_FILES }
      const { paths, complete } = await ask<ListFilesResult>(ListFilesRequest, wanted)
      return { paths: paths.filter((path) => !path.split('/').some(isHidden)).sort(), complete }
    },
    read: (uri) => read({ uri }),
    readInside: (_folder, uri) => read({ uri, noLinks: true }),
    async exists(uri) {
      const wanted: FileExistsParams = { uri }
      return ask<FileExistsResult>(FileExistsRequest, wanted).catch(() => false)
    },
    atOnce: () => AT_ONCE,
  }
}

const wordsFor = (why: Unreadable): string => (why === 'large' ? tooLarge(MOST_BYTES) : UNREADABLE[why])
