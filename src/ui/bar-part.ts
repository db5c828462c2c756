/** How a part of a bar looks: each by its pattern, too, so that nobody needs its colour. */
export type BarTone = 'solid' | 'striped' | 'dotted' | 'empty' | 'crossed';

export interface BarPart {
  readonly tone: BarTone;
  readonly value: number;
}
