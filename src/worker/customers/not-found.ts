/** A command named a customer (or something of it) that is not on this device: a stale link or another window's removal. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}
