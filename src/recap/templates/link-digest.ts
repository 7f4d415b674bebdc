/** A digest of links, room by room: for who wants the material and not the story. */
import { type RecapTemplate, USUAL_SHAPE } from './recap-template.ts';

export const LINK_DIGEST: RecapTemplate = {
  ...USUAL_SHAPE,
  id: 'links',
  sections: [
    { content: 'overview', title: 'overview' },
    { content: 'link-digest', title: 'links' },
  ],
};
