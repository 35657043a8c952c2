import { ConfigurationTarget, workspace } from 'vscode'

/** Describes the whole suite, in its order, to mocha, whose `describe` and `it` must be there by then. */
export async function describeAll(): Promise<void> {
  // In a browser VS Code saves by itself after a second, in the midst of what a test does.
  before(() => workspace.getConfiguration('files').update('autoSave', 'off', ConfigurationTarget.Global))
  // First, since it looks at what has not been loaded yet.
  await import('./activation.ts')
  // Then this, since minutes that other tests make and delete live on in the editor for a while.
  await import('./views.ts')
  await import('./findings.ts')
  await import('./fixing.ts')
  await import('./writing.ts')
  await import('./commands.ts')
  await import('./closing.ts')
  await import('./recording.ts')
  await import('./templates.ts')
  await import('./finishing.ts')
  await import('./new-from-previous.ts')
  await import('./files.ts')
  await import('./seeing.ts')
  await import('./settings.ts')
}
