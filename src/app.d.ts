import 'vite/client';

declare global {
  namespace App {}

  /** Only Chromium has it, and the DOM's declarations do not. */
  interface InstallEvent extends Event {
    prompt(): Promise<unknown>;
  }

  interface LaunchParams {
    readonly targetURL?: string;
    readonly files?: readonly { readonly kind: string; getFile?(): Promise<File> }[];
  }

  interface Window {
    /** The browser's offer to install the app, where it came before the app listened (`app.html`). */
    seatwiseInstall?: InstallEvent | undefined;
    /** Only Chromium has it. */
    readonly launchQueue?: { setConsumer(consumer: (launch: LaunchParams) => void): void };
  }
}

export {};
