/** The side panel: the live view of one session. */
import { listShortcuts } from '../platform/shortcuts.ts';
import { mount } from '../surface/mount.tsx';
import { createTakeTyped } from '../ui/take-typed.ts';
import { Panel } from './panel.tsx';

mount(<Panel shortcuts={listShortcuts()} takeTyped={createTakeTyped()} />);
