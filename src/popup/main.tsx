/** The popup: the quickest way in. */

import { readTab } from '../capture/read-tab.ts';
import { activeTab } from '../platform/tabs.ts';
import { mount } from '../surface/mount.tsx';
import { createTakeTyped } from '../ui/take-typed.ts';
import { Popup } from './popup.tsx';

const tab = activeTab();
const page = tab.then((active) => (active === null ? null : readTab(active)));

mount(<Popup tab={tab} page={page} takeTyped={createTakeTyped()} />);
