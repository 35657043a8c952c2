import { FileSystemError, FileType, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
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
} from '../../server/src/protocol/messages.ts'
import { parsed } from './address.ts'
import { filesBelow } from './files-below.ts'

/**
 * Lets the server read what lies in folders of the workspace that it cannot reach itself, and nothing else. A path that
 * climbs out of its folder leads to no file of ours.
 */
export function answerAboutFiles(client: BaseLanguageClient): void {
  client.onRequest<ListFilesResult, void>(ListFilesRequest, async ({ folder, most }: ListFilesParams) => {
    const uri = inWorkspace(folder)
    return uri ? filesBelow(uri, most) : { paths: [], complete: false }
  })
  client.onRequest<FileExistsResult, void>(FileExistsRequest, async (asked: FileExistsParams) => {
    const uri = inWorkspace(asked.uri)
    return uri !== undefined && (await typeOf(uri)) !== undefined
  })
  client.onRequest<ReadFileResult, void>(ReadFileRequest, async ({ uri, most, noLinks }: ReadFileParams) => {
    const file = inWorkspace(uri)
    if (!file) return { unreadable: 'missing' }
    if (noLinks && (await isBehindLink(file))) return { unreadable: 'link' }
    return read(file, most)
  })
}

/** The address without `..`, if it still lies in a folder of the workspace. */
function inWorkspace(address: string): Uri | undefined {
  const uri = Uri.joinPath(parsed(address), '.')
  return workspace.getWorkspaceFolder(uri) && uri
}

async function typeOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type
  } catch {
    return undefined
  }
}

/** Whether a file, or a folder between it and its workspace folder, is a link. */
async function isBehindLink(file: Uri): Promise<boolean> {
  const root = workspace.getWorkspaceFolder(file)!.uri
  for (let uri = file; uri.path.length > root.path.length; uri = Uri.joinPath(uri, '..')) {
    if (((await typeOf(uri)) ?? 0) & FileType.SymbolicLink) return true
  }
  return false
}

async function read(uri: Uri, most: number): Promise<ReadFileResult> {
  try {
    const { type, size } = await workspace.fs.stat(uri)
    if (type & FileType.Directory) return { unreadable: 'folder' }
    if (size > most) return { unreadable: 'large' }
    const bytes = await workspace.fs.readFile(uri)
    // Not every file system knows sizes before.
    return bytes.length > most ? { unreadable: 'large' } : decoded(bytes)
  } catch (error) {
    const isMissing = error instanceof FileSystemError && error.code === 'FileNotFound'
    return { unreadable: isMissing ? 'missing' : 'failed' }
  }
}

function decoded(bytes: Uint8Array): ReadFileResult {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { unreadable: 'encoding' }
  }
}
