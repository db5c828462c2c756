import type { TenantId } from '#customers/customer.ts';
import type { GraphScope } from '#worker/sign-in/sign-in-types.ts';
import type { Account } from './identity.ts';

/** A signed-in account, and since when. */
export interface KeptAccount extends Account {
  /** When the person was last at the sign-in page with it, in ms. */
  readonly signedInAt: number;
}

/** Which account entered a tenant, and with which permissions. */
export interface KeptTenant {
  readonly homeAccountId: string;
  readonly scopes: readonly GraphScope[];
}

/** What this window remembers of its sign-ins. No token stands here. */
export interface SessionNote {
  readonly clientId: string;
  readonly accounts: readonly KeptAccount[];
  readonly tenants: Readonly<Record<TenantId, KeptTenant>>;
  /** The window is at the sign-in page to enter this tenant; undefined: it is not. */
  readonly leftFor?: TenantId | null;
  /** With these permissions. */
  readonly leftWith?: readonly GraphScope[];
}

/** Where the note is kept: the window's session storage. */
export type NoteStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'seatwise.signIn';

/** The note about this app registration; a fresh one where there is none. */
export function readNote(storage: NoteStorage, clientId: string): SessionNote {
  const fresh: SessionNote = { clientId, accounts: [], tenants: {} };
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? 'null') as SessionNote | null;
    return kept?.clientId === clientId ? kept : fresh;
  } catch {
    // storage is switched off, or not ours
    return fresh;
  }
}

/** Keeps the note until the window is closed. */
export function keepNote(storage: NoteStorage, note: SessionNote): void {
  try {
    storage.setItem(KEY, JSON.stringify(note));
  } catch {
    // without storage the sign-in lasts as long as the page
  }
}
