/** The templates that ship are bundled as they stand. */
declare module '*.liquid' {
  const text: string
  export default text
}
