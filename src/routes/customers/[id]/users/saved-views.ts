import type { SavedView } from '#worker/device/settings-types.ts';

type Views = readonly SavedView[];

/** The views with this one; one of the same name is replaced where it stands. */
export const withView = (views: Views, view: SavedView): Views =>
  views.some(({ name }) => name === view.name)
    ? views.map((one) => (one.name === view.name ? view : one))
    : [...views, view];

export const withoutView = (views: Views, name: string): Views =>
  views.filter((view) => view.name !== name);

/** The views after one got another name; null where that is another one's. */
export function renamedView(views: Views, from: string, to: string): Views | null {
  if (from !== to && views.some(({ name }) => name === to)) return null;
  return views.map((view) => (view.name === from ? { ...view, name: to } : view));
}
