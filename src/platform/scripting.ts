/** Runs our own script in a page after the person asked for it (activeTab). */
import { PageNotReadable } from '../model/errors.ts';
import { browser } from './browser.ts';

/** Where an injected file leaves its functions, in the isolated world of the page. */
const GLOBAL_NAME = 'lanyardCapture';

/** A page that does not run a script for so long (a dialog is open, it is stuck) counts as one that may not be read. */
const ANSWER_MS = 3000;

const inTime = async <Result>(work: Promise<Result>): Promise<Result> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ANSWER_MS} ms`)), ANSWER_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** Firefox looks for a file beside the page that asks (the popup), Chromium in the extension's root. */
const fromRoot = (file: string): string =>
  import.meta.env.MODE === 'firefox' ? `/${file.replace(/^\//, '')}` : file;

type InjectedMethods = Record<string, (request: unknown) => unknown>;

/** Runs in the page: serialised by the browser, so it may refer to nothing outside itself. */
const callInjected = (globalName: string, method: string, request: unknown): unknown => {
  const methods = (globalThis as unknown as Record<string, InjectedMethods | undefined>)[globalName];
  return methods?.[method]?.(request);
};

/**
 * Injects `file` and calls one of the functions that it installs.
 *
 * @param file address of a self-contained script of ours
 * @param request and the result travel as JSON
 * @throws PageNotReadable where the browser lets no extension in (its own pages, the store, its PDF viewer)
 */
export const injectAndCall = async <Request, Result>(
  tabId: number,
  file: string,
  method: string,
  request: Request,
  frameIds?: number[],
): Promise<Result> => {
  const target = frameIds === undefined ? { tabId } : { tabId, frameIds };
  try {
    // Immediately: a page whose end is still to come would make the person wait for it.
    await inTime(
      browser.scripting.executeScript({ target, files: [fromRoot(file)], injectImmediately: true }),
    );
    const [answer] = await browser.scripting.executeScript({
      target,
      injectImmediately: true,
      func: callInjected,
      args: [GLOBAL_NAME, method, request],
    });
    if (answer?.result === undefined || answer.result === null) throw new PageNotReadable(String(tabId));
    return answer.result as Result;
  } catch (cause) {
    throw cause instanceof PageNotReadable ? cause : new PageNotReadable(String(tabId), { cause });
  }
};

/**
 * Runs a function in the page, in the isolated world.
 *
 * @param work serialised by the browser: it may refer to nothing outside itself
 * @param args and the result travel as JSON
 * @throws PageNotReadable where the browser lets no extension in
 */
export const runInPage = async <Args extends readonly unknown[], Result>(
  tabId: number,
  work: (...args: Args) => Result | Promise<Result>,
  args: Args,
): Promise<Result> => {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      func: work as unknown as (...args: unknown[]) => unknown,
      args: [...args],
    });
    if (answer?.result === undefined) throw new PageNotReadable(String(tabId));
    return answer.result as Result;
  } catch (cause) {
    throw cause instanceof PageNotReadable ? cause : new PageNotReadable(String(tabId), { cause });
  }
};
