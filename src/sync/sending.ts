import { isSameDirectPath, type Work } from '#plan/operation.ts';
import { directOf, hasLocation } from './compare.ts';
import type { RemoteUser, Sending } from './ports.ts';

/**
 * What has to be sent next to bring the user from what the cloud has to what is wanted: the usage
 * location first, then all licenses in one call, without what is so already (removing what is not
 * held fails the whole call).
 */
export function nextSending(work: Work, remote: RemoteUser): Sending {
  const { userId, touches, location } = work;
  if (location !== null && !hasLocation(work, remote)) {
    return { kind: 'location', userId, location: location.target };
  }
  const open = touches.filter(
    ({ skuId, target }) => !isSameDirectPath(directOf(remote.licenses, skuId), target),
  );
  return {
    kind: 'licenses',
    userId,
    add: open.flatMap(({ skuId, target }) =>
      target === 'absent' ? [] : [{ skuId, disabledPlans: target }],
    ),
    remove: open.flatMap(({ skuId, target }) => (target === 'absent' ? [skuId] : [])),
  };
}
