import type { Brand } from '#base/brand.ts';

/** Our own id of a customer on this device. */
export type CustomerId = Brand<string, 'CustomerId'>;
/** The id of a Microsoft Entra tenant (a GUID). */
export type TenantId = Brand<string, 'TenantId'>;

/** Where a customer's data came from; decides what it may be synced with. */
export type CustomerOrigin = 'sample' | 'files' | 'graph';

/** A tenant whose users we manage, as the list of customers shows it. */
export interface Customer {
  readonly id: CustomerId;
  readonly name: string;
  /** `contoso.com`; null when no source gave one. */
  readonly defaultDomain: string | null;
  readonly tenantId: TenantId | null;
  readonly origin: CustomerOrigin;
  /** When the newest data was taken from Microsoft 365, in ms since 1970. */
  readonly dataAt: number;
  /** Raised by every transaction that changes the customer; a Save carries the one it was computed on. */
  readonly version: number;
  /** Users not gone. */
  readonly userCount: number;
  readonly productCount: number;
  /** Users whose planned licenses or usage location differ from the last known ones. */
  readonly pendingCount: number;
}
