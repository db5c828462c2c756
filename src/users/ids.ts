import type { Brand } from '#base/brand.ts';

/** A user's key within a customer: the object id, or `upn:` + lower-cased userPrincipalName until one is known. */
export type UserId = Brand<string, 'UserId'>;

/** Where a user stands in the customer's columns; kept for life. */
export type Position = number;

/** The key of a user whose object id no source gave. */
export const upnKey = (userPrincipalName: string): UserId =>
  `upn:${userPrincipalName.toLowerCase()}` as UserId;

/** Marks a string as a user's key. The caller knows that it is one. */
export const userId = (key: string): UserId => key as UserId;

/** The object id in a user's key; null when only the userPrincipalName is known. */
export const objectIdOf = (id: UserId): string | null => (id.startsWith('upn:') ? null : id);
