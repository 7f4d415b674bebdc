/** The recap page: the post as it stands, and everything that leads to it. */
import { mount } from '../surface/mount.tsx';
import { RecapPage } from './recap-page.tsx';

mount(<RecapPage />);
