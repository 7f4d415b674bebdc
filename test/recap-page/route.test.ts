import { expect, it } from 'vitest';
import { eventHash, readRoute } from '../../src/recap-page/route.ts';

const ID = '0190a5d0-0000-7000-8000-000000000000';

it.each([
  ['', { view: 'current' }],
  ['#', { view: 'current' }],
  ['#welcome', { view: 'welcome' }],
  [eventHash(ID), { view: 'event', eventId: ID }],
  [eventHash(ID, ID), { view: 'event', eventId: ID, sessionId: ID }],
  [`${eventHash(ID)}/x`, { view: 'event', eventId: ID }],
  ['#event/../../x', { view: 'current' }],
  ['#anything', { view: 'current' }],
])('%s', (hash, route) => expect(readRoute(hash)).toEqual(route));
