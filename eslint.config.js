import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

// For components and the state beside them; oxlint reads everything else (.oxlintrc.json). What needs
// to know the types takes five times as long: eslint.types.config.js.
export default defineConfig(
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // TypeScript knows the names better
      'no-undef': 'off',
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['../*', '..'], message: 'Across folders write #folder/file.ts.' },
            { group: ['$lib', '$lib/*'], message: 'Across folders write #folder/file.ts.' },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'URL', property: 'parse', message: 'Safari has it from 18 on.' },
      ],
      'svelte/no-at-html-tags': 'error',
      // sees by the type whether an address was resolved
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
);
