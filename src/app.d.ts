import 'vite/client';

declare global {
  namespace App {}
}

export {};
