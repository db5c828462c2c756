import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/** What is spread where it could be written out only steers the formatter. */
const noSpreadLiterals = [
  'SpreadElement > ArrayExpression',
  'SpreadElement > TSAsExpression > ArrayExpression',
  'SpreadElement > ObjectExpression',
  'SpreadElement > TSAsExpression > ObjectExpression',
].map((selector) => ({
  selector,
  message: 'Write the elements out; give a function of many arguments one object.',
}));

export default defineConfig(
  globalIgnores(['build', '.svelte-kit', 'coverage', 'test-results', 'playwright-report']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      // TypeScript knows the names better
      'no-undef': 'off',
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'svelte/no-at-html-tags': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    // for each of these all types are looked up anew: the fewer files, the sooner
    files: ['**/*.svelte'],
    languageOptions: { parserOptions: { projectService: false, project: './tsconfig.lint.json' } },
  },
  {
    // a TypeScript project of its own
    files: ['src/service-worker.ts'],
    languageOptions: {
      parserOptions: { projectService: false, project: './tsconfig.service-worker.json' },
    },
  },
  {
    files: ['src/**'],
    rules: {
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
    },
  },
  {
    files: ['src/**'],
    rules: { 'no-restricted-syntax': ['error', ...noSpreadLiterals] },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...noSpreadLiterals,
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name, so that a thing is called the same everywhere.',
        },
      ],
    },
  },
  {
    files: ['tests/**'],
    rules: {
      // `expect(fake.method)`, fakes whose async methods await nothing, `array[0]!` where the test
      // itself has just put something there
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  { files: ['**/*.js'], extends: [ts.configs.disableTypeChecked] },
);
