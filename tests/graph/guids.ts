/** Made-up GUIDs, one for each kind and number. */
const guid = (kind: string, number: number): string =>
  `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const userGuid = (number: number): string => guid('a', number);
export const skuGuid = (number: number): string => guid('b', number);
export const planGuid = (number: number): string => guid('c', number);
export const groupGuid = (number: number): string => guid('d', number);
export const tenantGuid = (number: number): string => guid('e', number);
