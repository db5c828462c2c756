import type { Customer } from '#customers/customer.ts';
import type { GraphWire } from '#sync/graph-call.ts';
import type { Desk } from '#worker/commands/commands.ts';

/**
 * The way to the cloud of a customer; null when it is not connected. Sample customers reach the sandbox
 * only, and nobody else ever does.
 */
export function cloudOf({ clouds }: Pick<Desk, 'clouds'>, customer: Customer): GraphWire | null {
  return customer.origin === 'sample' ? clouds.wireOf(customer.id) : null;
}
