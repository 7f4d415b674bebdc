/** Starts other programs for the commands, each in a process group of its own, so that nothing is left behind. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const groups = new Set();

const killGroup = (pid, signal) => {
  try {
    process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const pid of groups) killGroup(pid, 'SIGTERM');
    setTimeout(() => process.exit(130), 500);
  });
}
process.on('exit', () => {
  for (const pid of groups) killGroup(pid, 'SIGKILL');
});

/** A machine without a home folder (CI, containers): npm and the browser get one inside the project. */
const ensureHome = () => {
  const home = process.env.HOME;
  if (home !== undefined && home !== '' && existsSync(home)) return;
  process.env.HOME = join(ROOT, '.cache', 'home');
  mkdirSync(process.env.HOME, { recursive: true });
};
ensureHome();

/**
 * Runs a program in the project's folder, without stdin.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, timeoutMs?: number, stallMs?: number, env?: Record<string, string> }} [options]
 *   `quiet` keeps its output to the result; `timeoutMs` limits the whole run, `stallMs` a silence of it.
 * @returns {Promise<{ code: number, output: string }>} `code` is 127 when it could not be started, 124 at a limit.
 */
export const run = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
    });
    let output = '';
    let limited = false;
    let stallTimer;
    const stop = () => {
      limited = true;
      if (child.pid !== undefined) killGroup(child.pid, 'SIGKILL');
    };
    const restartStallTimer = () => {
      clearTimeout(stallTimer);
      if (options.stallMs !== undefined) stallTimer = setTimeout(stop, options.stallMs);
    };
    const timer = options.timeoutMs === undefined ? undefined : setTimeout(stop, options.timeoutMs);
    const finish = (code, text = output) => {
      clearTimeout(timer);
      clearTimeout(stallTimer);
      if (child.pid !== undefined) {
        killGroup(child.pid, 'SIGKILL');
        groups.delete(child.pid);
      }
      resolve({ code, output: text });
    };
    const collect = (stream) => (chunk) => {
      output += chunk;
      restartStallTimer();
      if (options.quiet !== true) stream.write(chunk);
    };
    restartStallTimer();
    if (child.pid !== undefined) groups.add(child.pid);
    child.stdout.on('data', collect(process.stdout));
    child.stderr.on('data', collect(process.stderr));
    child.on('error', (error) => finish(127, error.message));
    child.on('close', (code) => finish(limited ? 124 : (code ?? 1)));
  });

/** A tool that `npm ci` installed. */
export const runTool = (name, args, options) => run(join(ROOT, 'node_modules', '.bin', name), args, options);
