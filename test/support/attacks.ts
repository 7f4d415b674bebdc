/** Strings made to run script where they are shown: the lists under `LANYARD_CORPUS`, and a few of our own for every checkout. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

const LISTS = ['dompurify', 'h5sc', 'owasp', 'naughty'];

export const OWN_ATTACKS: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '<svg onload=alert(1)><animate onbegin=alert(1)>',
  '<a href="javascript:alert(1)">x</a> [x](javascript:alert(1)) <javascript:alert(1)>',
  '![x](http://attack.invalid/pixel.png) <img src="http://attack.invalid/raw.png">',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe><object data="http://attack.invalid/"></object>',
  '<link rel=stylesheet href=http://attack.invalid/a.css><style>@import "http://attack.invalid/b.css"</style>',
  '<form action=http://attack.invalid/><input name=nextSibling autofocus onfocus=alert(1)>',
  '<base href=http://attack.invalid/><meta http-equiv=refresh content="0;url=http://attack.invalid/">',
  '`<img src=x onerror=alert(1)>` &lt;img src=x onerror=alert(1)&gt; \\<img src=x onerror=alert(1)>',
  '{{constructor.constructor("alert(1)")()}} #{alert(1)} {{< script >}} {% raw %}',
  '---\n!!js/function "function () { alert(1) }"\n---\n<<: *a',
  '\u202egnp.exe\u2028\u0000\ufeff{"__proto__": {"x": 1}}',
];

/** All the lists where they are; ours otherwise, which is said. */
export const listAttacks = (): readonly string[] => {
  const corpus = process.env.LANYARD_CORPUS ?? '';
  const files = LISTS.map((name) => join(corpus, `attacks/${name}.json`)).filter(
    (file) => corpus !== '' && existsSync(file),
  );
  if (files.length === 0) console.log('torture: no LANYARD_CORPUS: attack strings of our own alone');
  const listed = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as string[]);
  return [...OWN_ATTACKS, ...listed];
};

/** Dialogs that script opened in any page of this browser; each is closed. */
export const watchDialogs = (context: BrowserContext): string[] => {
  const opened: string[] = [];
  context.on('dialog', (dialog) => {
    opened.push(`${dialog.type()} ${dialog.message()} on ${dialog.page()?.url()}`);
    void dialog.dismiss().catch(() => undefined);
  });
  return opened;
};

/** What stands in a page of ours and could run, lead astray, or load from elsewhere. */
export const strangersIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const own = location.origin;
    const isSafe = (address: string): boolean => {
      if (address === '' || address.startsWith('#')) return true;
      const { protocol, origin } = new URL(address, location.href);
      return ['http:', 'https:', 'mailto:'].includes(protocol) || origin === own;
    };
    const isLocal = (address: string): boolean =>
      address === '' || /^(?:blob|data):/.test(address) || new URL(address, location.href).origin === own;
    const strangers: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      const name = element.localName;
      if (['iframe', 'frame', 'object', 'embed', 'base', 'portal', 'applet'].includes(name))
        strangers.push(name);
      for (const attribute of Element.prototype.getAttributeNames.call(element)) {
        const value = Element.prototype.getAttribute.call(element, attribute) ?? '';
        const isAddress = ['href', 'xlink:href', 'action', 'formaction', 'ping'].includes(attribute);
        const isLoaded = ['src', 'data', 'poster', 'background', 'srcset'].includes(attribute);
        const isStyle = name === 'link' && attribute === 'href';
        if (
          /^on/i.test(attribute) ||
          attribute === 'srcdoc' ||
          (isAddress && !isSafe(value)) ||
          ((isLoaded || isStyle) && !isLocal(value))
        )
          strangers.push(`${name} ${attribute}=${value.slice(0, 100)}`);
      }
    }
    return strangers;
  });
