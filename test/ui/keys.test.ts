/** Chords, as each system writes them. */
import { afterEach, expect, it, vi } from 'vitest';
import { commandLabel, keyLabel } from '../../src/ui/keys.ts';

afterEach(() => vi.unstubAllGlobals());

const CHORDS = [
  ['Enter', 'Enter', '↵'],
  ['Shift+Enter', 'Shift+Enter', '⇧↵'],
  ['Alt+↑', 'Alt+↑', '⌥↑'],
  ['Mod+K', 'Ctrl+K', '⌘K'],
  ['Mod+Shift+Z', 'Ctrl+Shift+Z', '⇧⌘Z'],
  ['Mod+Shift+;', 'Ctrl+Shift+;', '⇧⌘;'],
] as const;

it.each(CHORDS)('writes %s as %s, and as %s on a Mac', (chord, elsewhere, mac) => {
  vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
  expect(keyLabel(chord)).toBe(elsewhere);
  vi.stubGlobal('navigator', { platform: 'MacIntel' });
  expect(keyLabel(chord)).toBe(mac);
});

it('puts the command key before a key of its own', () => {
  vi.stubGlobal('navigator', { platform: 'MacIntel' });
  expect(commandLabel('Shift+Enter')).toBe('⇧⌘↵');
});
