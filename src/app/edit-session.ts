/** Changes fields of a session; fields that another surface changed meanwhile stay as they are. */
import { NotFound } from '../model/errors.ts';
import type { Id } from '../model/ids.ts';
import { againOnConflict } from './again-on-conflict.ts';
import type { SessionFields } from './create-session.ts';
import type { Ports } from './ports.ts';

/** @throws NotFound */
export const editSession = ({ store }: Ports, id: Id, fields: Partial<SessionFields>): Promise<void> =>
  againOnConflict(async () => {
    const session = await store.getSession(id);
    if (session === null) throw new NotFound('sessions', id);
    await store.write({
      label: 'session-edited',
      puts: [{ type: 'sessions', base: session.revision, record: { ...session, ...fields } }],
    });
  });
