import { Uri } from 'vscode'

/** The address that the server means: a folder at the root of its file system comes without the slash at its end. */
export function parsed(address: string): Uri {
  const uri = Uri.parse(address, true)
  return uri.path === '' ? uri.with({ path: '/' }) : uri
}
