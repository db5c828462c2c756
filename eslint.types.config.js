import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import quick from './eslint.config.js';

const rules = ts.configs.strictTypeChecked.map((config) => ({ rules: config.rules ?? {} }));

/** The rules of eslint.config.js and those that need to know the types. */
export default defineConfig(quick, rules, {
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  languageOptions: {
    parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
  },
  rules: {
    '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    '@typescript-eslint/no-unused-vars': 'off',
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    // as in eslint.config.js, where the plugin of Svelte asks for `let` beside what is bound
    'prefer-const': 'off',
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    'svelte/no-navigation-without-resolve': 'error',
  },
});
