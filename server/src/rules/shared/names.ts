const byLetters = (names: string): ReadonlyMap<string, string> =>
  new Map(names.split(' ').map((name) => [name.toLowerCase(), name]))

/** Names with a capital inside that nearly everybody writes one way. */
export const NAMES = byLetters(
  'GitHub GitLab JavaScript TypeScript YouTube LinkedIn PayPal WhatsApp WordPress PowerPoint SharePoint LibreOffice ' +
    'OpenOffice OpenStreetMap SourceForge HackerOne CircleCI ChatGPT OpenAI DuckDuckGo macOS',
)

/** Those whose small letters are a command or a package as well. */
export const TOOLS = byLetters(
  'PostgreSQL MySQL SQLite MongoDB MariaDB GraphQL OpenSSL OpenSSH OpenBSD FreeBSD NetBSD WebAssembly NumPy SciPy PyTorch TensorFlow jQuery',
)
