/** The folder's URI without the slash at its end. */
export const folderUri = (uri: string): string => uri.replace(/\/+$/, '')

/** A path relative to a folder, as a URI. */
export const uriIn = (folder: string, path: string): string =>
  `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`

/** The path of a URI relative to a folder's, decoded; `undefined` when it is not below the folder. */
export function pathIn(folder: string, uri: string): string | undefined {
  const [outer, inner] = [decoded(folder), decoded(uri)]
  return inner.startsWith(`${outer}/`) ? inner.slice(outer.length + 1) : undefined
}

/** The last part of a URI, decoded. */
export const nameOf = (uri: string): string => decoded(uri).slice(decoded(uri).lastIndexOf('/') + 1)

/** Editors escape differently: `file:///c%3A/x` and `file:///C:/x` are one place. */
function decoded(uri: string): string {
  let text = uri
  try {
    text = decodeURIComponent(uri)
  } catch {
    // A stray "%" is taken as it stands.
  }
  return text.replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase())
}
