import type { Commands, Desk } from './commands.ts';

/** How the sandbox behaves. */
export function cloudCommands({ clouds }: Desk): Pick<Commands, 'cloudMood' | 'setCloudMood'> {
  return {
    cloudMood: (id) => clouds.moodOf(id),
    setCloudMood: (id, mood) => clouds.setMood(id, mood),
  };
}
