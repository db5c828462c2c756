import type { Customer } from '#customers/customer.ts';
import type { GraphWire } from '#sync/graph-call.ts';
import type { Desk } from '#worker/desk.ts';
import type { TenantSource } from './cloud-types.ts';
import { type CloudUse, graphWire } from './graph-wire.ts';

/**
 * The way to the cloud of a customer; null when it is not connected. Sample customers reach the sandbox
 * only, and nobody else ever does.
 */
export function cloudOf(
  { clouds, tokens }: Pick<Desk, 'clouds' | 'tokens'>,
  { id, origin, tenantId }: Pick<Customer, 'id' | 'origin' | 'tenantId'>,
  use: CloudUse = 'sync',
): GraphWire | null {
  if (origin === 'sample') return clouds.wireOf(id);
  return tenantId === null ? null : graphWire(tokens, tenantId, use);
}

/** The way to the partner's own tenant, which knows its customers. */
export const partnerCloud = (
  { clouds, tokens }: Pick<Desk, 'clouds' | 'tokens'>,
  where: TenantSource,
): GraphWire => (where === 'sandbox' ? clouds.partnerWire() : graphWire(tokens, null, 'tenants'));
