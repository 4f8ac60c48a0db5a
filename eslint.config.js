import js from '@eslint/js';
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {ignores: ['dist', 'coverage']},
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', {prefer: 'type-imports'}],
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      // Code points are meant where text is spread; what a person sees as one character does not matter there.
      '@typescript-eslint/no-misused-spread': ['error', {allow: ['string']}],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      // Indexing is checked by the compiler (noUncheckedIndexedAccess); loops over offsets read better plain.
      '@typescript-eslint/prefer-for-of': 'off',
      // Patterns over hostile text name control characters on purpose.
      'no-control-regex': 'off',
    },
  },
  // Output is printed in one place of the terminal adapter and in development scripts; elsewhere it is a slip.
  {files: ['bot/**', 'knowledge/**'], rules: {'no-console': 'error'}},
);
