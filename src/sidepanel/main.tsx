/** The side panel: the live view of one session. */
import { mount } from '../surface/mount.tsx';

mount(<main />);
