declare const brand: unique symbol;

/** A string (or number) that must not be mixed up with others of the same runtime type. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
