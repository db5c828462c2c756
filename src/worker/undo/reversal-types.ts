import type { Page } from '#base/page.ts';
import type { UserNotReversed } from '#plan/reverse-change.ts';
import type { ReversedSource } from '#store/list-plans.ts';
import type { NamesView } from '#worker/licenses/license-types.ts';
import type { SheetView } from '#worker/sheets/sheet-types.ts';
import type { Who } from '#worker/users/user-types.ts';

/** What undoing a synced change would come to now. */
export interface ReversalView extends Pick<ReversedSource, 'savedAt' | 'stays' | 'locations'> {
  /** What the new change would be, were it saved as it is; whom `stays` counts is not in it. */
  readonly sheet: SheetView;
  readonly names: NamesView;
}

/** Users of a synced change for whom it is not undone, in its order, each with the reason. */
export type NotReversedPage = Page<Who & Pick<UserNotReversed, 'why'>>;
