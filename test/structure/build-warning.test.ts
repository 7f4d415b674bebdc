/** Which lines of a build fail the check. */
import { expect, it } from 'vitest';
import { BUILD_WARNING } from '../commands/build-warning.mjs';

it.each([
  '[INVALID_OPTION] something is off',
  '[plugin vite:css] something is off',
  '(!) warning: something is off',
  '[warn] something is off',
  ' WARN  something is off',
])('fails for %s', (line) => expect(line).toMatch(BUILD_WARNING));

it.each([
  '[warn] `inlineDynamicImports` option is ignored because `codeSplitting: false` is set.',
  ' WARN  inlineDynamicImports option is ignored because codeSplitting: false is set.',
  '[crx:content-scripts-iife] Building 2 content script(s) as IIFE...',
  '✓ built in 997ms',
])('passes for %s', (line) => expect(line).not.toMatch(BUILD_WARNING));
