import { describe, expect, it } from 'vitest';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { readOwnPost } from '../../src/recap/profiles/read-own-post.ts';
import { makeEvent, makeImage, makeNote, makeSession } from '../support/records.ts';

const HUGO_POST = `---
layout: post
title: 'A day at the river'
pubDate: "2024-05-10"
author: Ada
draft: false
categories: [events, go]
tags:
  - go
  - rivers
cover:
  image: hall.png
slug: day
---

## Overview

&nbsp;

![The hall](/img/day/1.png)

## Talks

### Where water goes

**Presenter:** Ann Brook (Delta Institute)

text
`;

const TOML_POST = `+++
title = "A day"
date = 2024-05-10T09:30:00+09:00
[taxonomies]
tags = ["a"]
[extra]
toc = true
+++

# One talk by Ann

# Another by Bo
`;

describe('a post of the person’s own', () => {
  it('tells keys, order, style, dates, images and speakers', () => {
    expect(readOwnPost(HUGO_POST)).toEqual({
      spacers: true,
      site: {
        format: 'yaml',
        quoting: 'single',
        lists: 'block',
        dateForm: 'day',
        quotedDates: true,
        keys: [
          { key: 'layout', from: 'fixed', value: 'post' },
          { key: 'title', from: 'title' },
          { key: 'pubDate', from: 'date' },
          { key: 'author', from: 'fixed', value: 'Ada' },
          { key: 'draft', from: 'fixed', value: 'false' },
          { key: 'categories', from: 'fixed', value: '[events, go]' },
          { key: 'tags', from: 'tags' },
          { key: 'slug', from: 'slug' },
        ],
        paths: { imageAddress: '/img/{slug}/', images: 'img/{slug}/' },
      },
      shape: {
        sectionLevel: 2,
        words: { speaker: 'Presenter', speakers: 'Presenter' },
        speakerLine: '**{label}:** {speakers}',
        speaker: '{name} ({affiliation}), {role}',
      },
    });
  });

  it('in TOML, with speakers in the headings', () => {
    expect(readOwnPost(TOML_POST)).toEqual({
      spacers: false,
      site: {
        format: 'toml',
        quoting: 'double',
        lists: 'flow',
        dateForm: 'offset',
        quotedDates: false,
        keys: [
          { key: 'title', from: 'title' },
          { key: 'date', from: 'date' },
          { key: 'taxonomies.tags', from: 'tags' },
          { key: 'extra.toc', from: 'fixed', value: 'true' },
        ],
      },
      shape: { sectionLevel: 1, heading: '{title} by {speakers}', speakerLine: '' },
    });
  });

  it('gives the next post its own look', () => {
    const { site, shape, spacers } = readOwnPost(HUGO_POST);
    const base = makeEvent({ name: 'Next day', slug: 'next-day', tags: ['go'] });
    const recapOptions = { ...base.recapOptions, sites: { hugo: site }, shape, spacers };
    const event = { ...base, recapOptions };
    const image = makeImage(event);
    const session = makeSession(event, {
      title: 'Dams',
      speakers: [{ name: 'Bo', affiliation: 'Lock Co', role: '', url: '' }],
    });
    const notes = [makeNote(event, session, { kind: 'image', markdown: `![a](image:${image.id})` })];
    const recap = assembleRecap({ event, sessions: [session], notes, images: [image] });
    expect(recap.text).toBe(
      `---\nlayout: 'post'\ntitle: 'Next day'\npubDate: '2024-05-10'\nauthor: 'Ada'\ndraft: false\ncategories:\n  - 'events'\n  - 'go'\ntags:\n  - 'go'\nslug: 'next-day'\n---\n\n## Overview\n\n**Date**: 2024-05-10\n\n&nbsp;\n\n## Sessions\n\n### Dams\n\n**Presenter:** Bo (Lock Co)\n\n![a](/img/next-day/1.png)\n`,
    );
    expect(recap.images.map(({ path }) => path)).toEqual(['img/next-day/1.png']);
  });

  it.each([
    ['nothing at all', ''],
    ['no front matter', '# Title\n\ntext'],
    ['front matter that is broken', '---\na: [\n---\nx'],
    ['TOML that is broken', '+++\na = \n+++\nx'],
    ['front matter that is code', '---js\nprocess.exit(1)\n---\nx'],
    ['odd keys', '---\n__proto__: x\nconstructor: y\n---\n'],
  ])('does not stumble over %s', (_, text) => {
    expect(Object.keys(readOwnPost(text))).toEqual(['site', 'shape', 'spacers']);
  });
});
