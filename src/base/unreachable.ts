/** Ends an exhaustive switch: compiles only when every case was handled, throws if data lied about its type. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
