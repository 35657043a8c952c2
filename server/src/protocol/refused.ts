import { LSPErrorCodes, ResponseError } from 'vscode-languageserver'

/** What a request is answered with that cannot be carried out. @param message for people @param data for the editor */
export const refused = (message: string, data?: object) => new ResponseError(LSPErrorCodes.RequestFailed, message, data)
