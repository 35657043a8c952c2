import assert from 'node:assert/strict'
import { extensions } from 'vscode'

describe('Activation', () => {
  it('finds the extension', () => {
    assert.ok(extensions.getExtension('minutebook.minutebook'))
  })
})
