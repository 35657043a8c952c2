/** Whoever sits at the terminal reads this locale: POSIX’s variables in their order, else what the system is set to. */
export const terminalLocale = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string =>
  LC_ALL || LC_MESSAGES || LANG || new Intl.DateTimeFormat().resolvedOptions().locale
