import { isDiskFull } from '#store/disk-full.ts';

/** The same commands, which also tell where one fails because there is no room left on this device. */
export const tellingDiskFull = <Commands extends object>(
  commands: Commands,
  onFull: () => void,
): Commands =>
  new Proxy(commands, {
    get: (target, name): unknown => {
      const command: unknown = Reflect.get(target, name);
      if (typeof command !== 'function') return command;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        try {
          return await (command as (...args: readonly unknown[]) => unknown)(...args);
        } catch (error) {
          if (isDiskFull(error)) onFull();
          throw error;
        }
      };
    },
  });
