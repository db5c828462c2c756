import type { Product } from './product.ts';

/**
 * True for products that users bought themselves (`…_DEPT`): assignLicense "does not work and has
 * never worked for departmental purchase SKUs" (Microsoft Cloud Licensing design document).
 */
export const isSelfService = ({ skuPartNumber }: Pick<Product, 'skuPartNumber'>): boolean =>
  skuPartNumber.endsWith('_DEPT');
