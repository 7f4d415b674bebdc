/** Every surface in every state: what stands in the store, where the clock stands, what is done before the picture. */
import { PANEL_SCENES } from './panel-scenes.ts';
import { POPUP_SCENES } from './popup-scenes.ts';
import { PROGRAMME_SCENES } from './programme-scenes.ts';
import { RECAP_SCENES } from './recap-scenes.ts';
import type { Scene } from './scene.ts';

export const SCENES: readonly Scene[] = [
  ...POPUP_SCENES,
  ...PANEL_SCENES,
  ...RECAP_SCENES,
  ...PROGRAMME_SCENES,
];
