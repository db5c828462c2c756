/** Why a customer is not bound to a tenant. */
export type BindRefusal =
  /** It is no longer on this device. */
  | { readonly kind: 'gone' }
  /** Sample customers reach the sandbox only. */
  | { readonly kind: 'sample' }
  /** It is bound to another tenant, for good. */
  | { readonly kind: 'bound' }
  /** Another customer on this device is that tenant. */
  | { readonly kind: 'taken'; readonly name: string };
