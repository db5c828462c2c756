const MARGIN = 8;

/** Where something shown for a button stands: below it and inside the window; above it where there is no room. */
export function popoverPlace(
  button: HTMLElement,
  shown: HTMLElement,
  align: 'start' | 'end',
): { readonly left: number; readonly top: number } {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = shown;
  const left = align === 'end' ? at.right - width : at.left;
  const below = at.bottom + 4;
  return {
    left: Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN)),
    top: below + height > innerHeight - MARGIN ? Math.max(MARGIN, at.top - height - 4) : below,
  };
}
