/** Posts imported and assembled again, without a store. */
import { createIdSource } from '../../src/model/ids.ts';
import type { Image } from '../../src/model/image.ts';
import type { ImportedPost } from '../../src/model/imported-post.ts';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { writeImported } from '../../src/recap/assemble/imported-recap.ts';
import { type PostRecords, postRecords } from '../../src/recap/parse/post-records.ts';
import { readPost } from '../../src/recap/parse/read-post.ts';
import type { Recap } from '../../src/recap/recap.ts';

const NOW = '2026-09-05T10:00:00.000Z';

/** The records of a post; ids ascend and are the same in every run. */
export const importPost = (source: string, images: ImportedPost['images'] = []): PostRecords => {
  const newId = createIdSource(
    () => Date.parse(NOW),
    (bytes) => bytes.fill(3),
  );
  const origin = { folder: 'a-post', path: 'index.md', unnamed: 'A post', timeZone: 'UTC', images };
  return postRecords(readPost(source), origin, () => ({
    id: newId(),
    createdAt: NOW,
    updatedAt: NOW,
    revision: 1,
    deletedAt: null,
  }));
};

export const exportPost = (records: PostRecords, images: readonly Image[] = []): Recap =>
  assembleRecap({ ...records, images, imported: { post: records.post, write: writeImported } });
