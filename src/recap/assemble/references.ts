/** The links of a post, collected in order, each once. */
import { formatLink } from '../../markdown/plain-text.ts';
import { addressKey, safeAddress } from '../../model/address.ts';
import type { BodyBlock } from './body-blocks.ts';
import type { ReadyText } from './write-note.ts';

export interface References {
  /** Adds a link; one that is there already only lends its title and its remark. */
  readonly add: (title: string, address: string, remark?: () => ReadyText) => void;
  /** One block a link. Remarks are made ready here: this is where they appear. */
  readonly blocks: () => BodyBlock[];
}

export const createReferences = (): References => {
  const links = new Map<string, { title: string; address: string; remarks: (() => ReadyText)[] }>();
  return {
    add: (title, address, remark) => {
      const safe = safeAddress(address);
      if (safe === null) return;
      const key = addressKey(safe);
      const link = links.get(key) ?? { title: '', address, remarks: [] };
      links.set(key, link);
      if (link.title === '') link.title = title.trim();
      if (remark !== undefined) link.remarks.push(remark);
    },
    blocks: () =>
      [...links.values()].map(({ title, address, remarks }) => writeLink(title, address, remarks)),
  };
};

const writeLink = (title: string, address: string, remarks: readonly (() => ReadyText)[]): BodyBlock => {
  let text = formatLink(title, address);
  let endsWith: BodyBlock['endsWith'] = 'paragraph';
  for (const remark of remarks) {
    const ready = remark();
    if (ready.text === '') continue;
    text += `${endsWith === 'paragraph' && ready.opensWith === 'paragraph' ? '  \n' : '\n\n'}${ready.text}`;
    endsWith = ready.endsWith;
  }
  return { text, opensWith: 'paragraph', endsWith };
};
