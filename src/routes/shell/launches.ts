interface Launched {
  /** Files that were opened with the app. */
  readonly take: (files: readonly File[]) => void;
  /** A shortcut of the app, as an address in it. */
  readonly show: (address: string) => void;
}

/** How shortcuts of the manifest are told from the app itself, which only comes to the front. */
const SHORTCUT = 'shortcut';

/**
 * Hears how the installed app was launched, until the page ends. While it is open the browser brings its
 * window to the front and goes nowhere (`launch_handler` of the manifest): what was asked for is done here.
 */
export function followLaunches({ take, show }: Launched): void {
  // a page has one consumer: another takes its place
  window.launchQueue?.setConsumer(({ targetURL, files = [] }) => {
    if (files.length > 0) {
      const read = files.flatMap((file) => (file.getFile ? [file.getFile()] : []));
      // one that was moved meanwhile is not read, like all that came with it
      void Promise.all(read).then(take, () => take([]));
      return;
    }
    const { origin, pathname, searchParams } = new URL(targetURL ?? '', location.href);
    if (origin === location.origin && searchParams.get('from') === SHORTCUT) show(pathname);
  });
}
