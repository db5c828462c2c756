/** A product as the built-in tables write it. */
export interface ProductRow {
  readonly skuId: string;
  readonly partNumber: string;
  readonly name: string;
  /** Part names of its service plans, separated by commas and any blanks. */
  readonly servicePlans: string;
}
