import { describe, expect, it } from 'vitest';
import type { Note } from '../../src/model/note.ts';
import { orderBetween } from '../../src/model/order.ts';
import type { Session } from '../../src/model/session.ts';
import type { PostRecords } from '../../src/recap/parse/post-records.ts';
import { readPost } from '../../src/recap/parse/read-post.ts';
import { exportPost, importPost } from '../support/imported.ts';
import { makeNote, makeSession } from '../support/records.ts';

const POST = `---
title: "River Conf: day one" # never changed
date: 2026-05-08T18:00:00+02:00
tags: [go, 'cloud native']
draft: false
---

## Overview

A day by the river.

![The hall](./1.png)

&nbsp;

## Sessions

### Small tools

**Speaker**: Ada Quist, Riverworks

- one thing
- another thing

&nbsp;

### Boats in Go

**Speaker**: Ben Oduya, Mole & Sons

They float[^1].

> **Q**: Always?
> **A**: Mostly.

[^1]: Mostly.

&nbsp;

## References

[River Conf](https://river.example/)
`;

/** Lines of one text that the other has not, in order. */
const onlyIn = (left: string, right: string): string[] => {
  const others = right.split('\n');
  return left.split('\n').filter((line) => {
    const at = others.indexOf(line);
    if (at >= 0) others.splice(at, 1);
    return at < 0;
  });
};

const noteWith = ({ notes }: PostRecords, text: string): Note => {
  const note = notes.find(({ markdown }) => markdown.includes(text));
  if (note === undefined) throw new Error(`no note with ${text}`);
  return note;
};

const withNote = (records: PostRecords, note: Note): PostRecords => ({
  ...records,
  notes: [...records.notes.filter(({ id }) => id !== note.id), note],
});

const withSession = (records: PostRecords, session: Session): PostRecords => ({
  ...records,
  sessions: [...records.sessions.filter(({ id }) => id !== session.id), session],
});

const UNTOUCHED: Readonly<Record<string, string>> = {
  'the plain case': POST,
  'CRLF line ends': POST.replaceAll('\n', '\r\n'),
  'mixed line ends': POST.replace('\n\n## Overview', '\r\n\r\n## Overview'),
  'lone carriage returns': POST.replaceAll('\n', '\r'),
  'a byte-order mark': `\ufeff${POST}`,
  'a byte-order mark before a heading': '\ufeff## A heading\n\nText\n',
  'a byte-order mark before a list': '\ufeff- a\n- b\n',
  'no line feed at the end': POST.trimEnd(),
  'blanks at line ends and at the end': `${POST.replace('river.\n', 'river.   \n')}\n  \n\t\n`,
  'nothing at all': '',
  'blanks alone': ' \n\n\t',
  'no front matter': '# River Conf\n\nText.\n',
  'setext headings': 'River Conf\n==========\n\nSmall tools by Ada Quist\n---\n\nText\n',
  'closed headings': '# River Conf #\n\n## Small tools by Ada Quist ##\n\nText\n',
  'TOML front matter':
    '+++\ntitle = "River"\ndate = 2026-05-08 # day\n[taxonomies]\ntags = [ "go" ]\n+++\n\nText\n',
  'JSON front matter': '{\n  "title": "River",\n  "tags": ["go"]\n}\n\nText\n',
  'broken YAML': '---\ntitle: "a\ntags: [\n---\n\nText\n',
  'broken TOML': '+++\ntitle = \n+++\nText\n',
  'broken JSON': '{\n  "title": River\n}\nText\n',
  'front matter that never ends': '---\ntitle: a\n\nText\n',
  'two front matters': '---\ntitle: a\n---\n---\ntitle: b\n---\nText\n',
  'a script as front matter': '---js\nprocess.exit(1)\n---\nText\n',
  'reserved keys': '---\n__proto__: x\nconstructor: y\ntags: [a, a]\ntitle: ""\ndate: soon\n---\nText\n',
  'raw HTML': 'Text\n\n<div class="a">\n\n<img src="x.png">\n\n</div>\n\n<!-- more -->\n',
  shortcodes: '{{< figure src="a.png" >}}\n\n{% include a.html %}\n\nText {{% x %}}\n',
  'MDX imports': "import A from './a'\n\n<A>\n\n## B by Ada Quist\n\n</A>\n\n{/* truncate */}\n",
  'odd lists': '* a\n\n\n    * b\n\t* c\n1) d\n   text\n\n10) e\n- [ ] f\n+ g\n',
  'an address that is no link, above its speakers':
    '## Nets\nLicence: MIT\nBy: Ada Quist\nRepository: git+ssh://git@a.example/b.git\n\nText\n',
  'an open fence': '## A by Ada Quist\n\n```go\nfunc main() {\n\n# not a heading\n',
  'indented blocks': '  text\n\n    code\n\n  - a\n  - b\n',
  'a table and definitions':
    '| a | b |\n|---|---|\n| 1 | [x][y] |\n\n[y]: https://a.example/\n[^n]: note\n    more\n',
};

describe('an imported post that nobody touched', () => {
  it.each(Object.entries(UNTOUCHED))('comes out with the same bytes: %s', (_, source) => {
    expect(exportPost(importPost(source)).text).toBe(source);
  });

  it('says that it has two front matters', () => {
    const two = (second: string) => readPost(`---\ntitle: a\n---\n${second}`);
    expect(two('\n---\ntitle: b\n---\nText\n').secondFrontMatter).toBe(true);
    expect(two('+++\ntitle = "b"\n+++\nText\n').secondFrontMatter).toBe(true);
    expect(two('{"title": "b"}\nText\n').secondFrontMatter).toBe(true);
    for (const body of ['---\nNote: a river\n---\n', '---\n\nText\n\n---\n', 'Text\n'])
      expect(two(body).secondFrontMatter).toBe(false);
  });

  it('runs nothing of it, and leaves the prototype of all objects alone', () => {
    importPost('---js\nglobalThis.ran = true\n---\n');
    importPost('---\n__proto__:\n  polluted: true\n---\n');
    importPost('{\n"__proto__": {"polluted": true}\n}\n');
    importPost('+++\n__proto__.polluted = true\n+++\n');
    expect('ran' in globalThis || 'polluted' in {}).toBe(false);
  });
});

const TOLD = `## Keynotes

**[Ada Quist](https://conf.example/speaker/ada)** told us of [nets](https://conf.example/talk/nets).

More of it.

**[Ben Oduya](https://conf.example/speaker/ben)** told us of [boats](https://conf.example/talk/boats).

## Lunch

Soup.
`;

describe('notes of an imported post', () => {
  const kindsIn = (source: string) =>
    importPost(source).notes.map((note) => [
      note.kind,
      note.markdown,
      ...(note.kind === 'question' ? [note.answer] : []),
    ]);

  it('are quotations and questions where they are written as ours', () => {
    expect(kindsIn('> They *float*.\n>\n> — Ben\n')).toEqual([['quote', 'They *float*.\n\n— Ben']]);
    expect(kindsIn('> **Q**: Always?\n> **A**: Mostly.\n')).toEqual([['question', 'Always?', 'Mostly.']]);
    expect(kindsIn('> **Q**: Always?  \n> **A**: Mostly.\n>\n> - by day\n')).toEqual([
      ['question', 'Always?', 'Mostly.\n\n- by day'],
    ]);
    expect(kindsIn('> **Q**: Open?\n')).toEqual([['question', 'Open?', '']]);
    expect(kindsIn('> **F**: Immer, und ist das der Fluss?  \n> **A**: Meist.\n')).toEqual([
      ['question', 'Immer, und ist das der Fluss?', 'Meist.'],
    ]);
  });

  it('stay text where they are not', () => {
    for (const block of [
      '>no blank',
      '> lazy\ngoes on',
      '> > twice',
      '> [!NOTE]\n> a callout',
      '> ![a](b.png)',
    ])
      expect(kindsIn(`${block}\n`)).toEqual([['text', block]]);
  });

  it('change one line of an answer and no other', () => {
    const source = 'Before.\n\n> **Q**: Always?  \n> **A**: Mostly.\n\n> They float.\n';
    const records = importPost(source);
    const changed = {
      ...records,
      notes: records.notes.map((note) => (note.kind === 'question' ? { ...note, answer: 'Never.' } : note)),
    };
    expect(exportPost(changed).text).toBe(source.replace('Mostly.', 'Never.'));
  });
});

describe('a session that running text tells of', () => {
  it('keeps its text, and gets a heading once it is called otherwise', () => {
    const records = importPost(TOLD);
    const [first] = records.sessions;
    if (first === undefined) throw new Error('no session');
    expect(first.speakers.map(({ name }) => name)).toEqual(['Ada Quist']);
    expect(exportPost(records).text).toBe(TOLD);
    const { text } = exportPost(withSession(records, { ...first, title: 'Nets & knots' }));
    expect(text).toBe(
      TOLD.replace(
        '**[Ada',
        '### Nets & knots\n\n**Speaker**: [Ada Quist](https://conf.example/speaker/ada)\n\n**[Ada',
      ),
    );
  });

  it('goes with all of it, and moves with all of it', () => {
    const records = importPost(TOLD);
    const [first, second] = records.sessions;
    if (first === undefined || second === undefined) throw new Error('no sessions');
    const gone = exportPost(withSession(records, { ...first, deletedAt: '2026-09-05T11:00:00.000Z' }));
    expect(onlyIn(TOLD, gone.text).filter((line) => line !== '')).toHaveLength(2);
    const { text } = exportPost(withSession(records, { ...first, order: orderBetween(second.order, null) }));
    expect(onlyIn(TOLD, text).filter((line) => line !== '')).toEqual([]);
    expect(text.indexOf('boats')).toBeLessThan(text.indexOf('More of it'));
  });

  it('stands below a line in bold, as its neighbours do', () => {
    const source =
      '## Talks\n\n**Nets** by Ada Quist\n\nThey hold.\n\n**Boats** by Ben Oduya\n\nThey float.\n';
    const records = importPost(source);
    const session = makeSession(records.event, {
      title: 'Ropes',
      speakers: [{ name: 'Cy Tan', affiliation: '', role: '', url: '' }],
      order: 'zzz',
    });
    const { text } = exportPost({ ...records, sessions: [...records.sessions, session] });
    expect(text).toBe(`${source.trimEnd()}\n\n**Ropes by Cy Tan**\n`);
  });
});

describe('a post of a megabyte', () => {
  // What grew with the square of its headings took minutes: longer than a test may.
  it('is read and written, its 20,000 headings sessions each', () => {
    const source = Array.from(
      { length: 20_000 },
      (_, index) => `## Boats ${index} by Ann Lee\n\nThey float.\n`,
    );
    const records = importPost(source.join('\n'));
    expect(records.sessions).toHaveLength(20_000);
    expect(exportPost(records).text).toBe(source.join('\n'));
  });
});

describe('an imported post that was changed', () => {
  it('differs in the lines of the note that changed', () => {
    for (const source of [POST, POST.replaceAll('\n', '\r\n')]) {
      const records = importPost(source);
      const note = noteWith(records, 'another thing');
      const markdown = note.markdown.replace('another', 'a second');
      const { text } = exportPost(withNote(records, { ...note, markdown }));
      expect(text).toBe(source.replace('another thing', 'a second thing'));
    }
  });

  it('writes a title, a speaker and a tag in their own place and style', () => {
    const records = importPost(POST);
    const [first, second] = records.sessions;
    if (first === undefined || second === undefined) throw new Error('no sessions');
    const speakers = [{ name: 'Ada Quist', affiliation: 'Deltaworks', role: '', url: '' }];
    const changed = withSession(withSession(records, { ...first, speakers }), { ...second, title: 'Boats' });
    const { event } = records;
    const { text } = exportPost({
      ...changed,
      event: { ...event, name: 'River Conf', tags: ['go', 'boats'] },
    });
    expect(onlyIn(text, POST)).toEqual([
      'title: "River Conf" # never changed',
      'tags: [go, boats]',
      '**Speaker**: Ada Quist, Deltaworks',
      '### Boats',
    ]);
  });

  it('takes in a note behind its neighbour and a session behind the last, as the others are written', () => {
    const records = importPost(POST);
    const [, last] = records.sessions;
    if (last === undefined) throw new Error('no session');
    const session = makeSession(records.event, {
      title: 'Nets & knots',
      speakers: [{ name: 'Cy Tan', affiliation: 'Weir', role: '', url: '' }],
      order: orderBetween(last.order, null),
    });
    const added = [
      makeNote(records.event, session, { markdown: 'A first line.' }),
      makeNote(records.event, last, { markdown: '# A part\n\nAnd more.', order: 'zzz' }),
    ];
    const { text } = exportPost({
      ...records,
      sessions: [...records.sessions, session],
      notes: [...records.notes, ...added],
    });
    const addition = [
      '#### A part\n\nAnd more.\n\n&nbsp;\n\n',
      '### Nets & knots\n\n**Speaker**: Cy Tan, Weir\n\nA first line.\n\n&nbsp;\n\n',
    ];
    expect(text).toBe(POST.replace('&nbsp;\n\n## References', `${addition.join('')}## References`));
  });

  it('leaves the blanks at the end of a line where they are, when a note comes behind it', () => {
    const post = '## Sessions\r\n\r\n### Small tools  \r\n\r\n* one\r\n* two  \r\n\r\n## References\r\n';
    const records = importPost(post);
    const note = makeNote(records.event, records.sessions[0] ?? null, { markdown: 'New.', order: 'zzz' });
    const { text } = exportPost({ ...records, notes: [...records.notes, note] });
    expect(text).toBe(post.replace('* two  \r\n', '* two  \r\n\r\nNew.\r\n'));
  });

  it('loses the lines of what was deleted, and those alone', () => {
    const records = importPost(POST);
    const [first] = records.sessions;
    const note = noteWith(records, 'They float');
    const without = { ...records, notes: records.notes.filter(({ id }) => id !== note.id) };
    expect(exportPost(without).text).toBe(POST.replace('They float[^1].\n\n', ''));
    const deletedAt = '2026-09-05T11:00:00.000Z';
    if (first === undefined) throw new Error('no session');
    const { text } = exportPost(withSession(records, { ...first, deletedAt }));
    expect(onlyIn(POST, text).filter((line) => line !== '' && line !== '&nbsp;')).toEqual([
      '### Small tools',
      '**Speaker**: Ada Quist, Riverworks',
      '- one thing',
      '- another thing',
    ]);
  });

  it('moves a session with all that is in it', () => {
    const records = importPost(POST);
    const [first, second] = records.sessions;
    if (first === undefined || second === undefined) throw new Error('no sessions');
    const { text } = exportPost(withSession(records, { ...first, order: orderBetween(second.order, null) }));
    expect(text.indexOf('### Boats')).toBeLessThan(text.indexOf('### Small tools'));
    expect(onlyIn(POST, text).filter((line) => line !== '')).toEqual([]);
  });
});
