import { LSPErrorCodes, ResponseError } from 'vscode-languageserver'

/** What a request is answered with that cannot be carried out. @param message for people */
export const refused = (message: string) => new ResponseError(LSPErrorCodes.RequestFailed, message)
