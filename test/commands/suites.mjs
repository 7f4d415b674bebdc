/** Runs suites one after another, counts their tests, and tells the outcome as `npm run check` and `npm test` print it. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT, runTool } from './processes.mjs';

/**
 * @typedef {{ name: string, message: string }} Failure
 * @typedef {{ suite: string, passed: number, skipped: string[], failures: Failure[], seconds: number,
 *   failedFiles?: Map<string, number>, unsteady?: Failure[] }} Outcome `failedFiles`: path → tests of it that passed all the
 *   same; `unsteady`: failed at first, passed when their file ran once more
 */

const secondsSince = (startMs) => Math.round((Date.now() - startMs) / 100) / 10;

const heading = (text) => console.log(`\n── ${text} ${'─'.repeat(Math.max(2, 76 - text.length))}`);

/**
 * A program that passes or fails as a whole: it counts as one test.
 * @param {RegExp} [warning] a line of its output that fails it
 * @returns {Promise<Outcome>}
 */
export const runStep = async (suite, tool, args, warning) => {
  heading(suite);
  const startMs = Date.now();
  const { code, output } = await runTool(tool, args);
  const warned =
    warning === undefined
      ? []
      : stripVTControlCharacters(output)
          .split('\n')
          .filter((line) => warning.test(line));
  const passed = code === 0 && warned.length === 0;
  const failures = passed ? [] : [{ name: suite, message: [lastLines(output, 30), ...warned].join('\n') }];
  if (passed) console.log('ok');
  return { suite, passed: passed ? 1 : 0, skipped: [], failures, seconds: secondsSince(startMs) };
};

const lastLines = (output, count) =>
  stripVTControlCharacters(output).trim().split('\n').slice(-count).join('\n');

const outcomeOfReport = (suite, report) => {
  const failures = [];
  const skipped = [];
  const failedFiles = new Map();
  let passed = 0;
  for (const file of report.testResults) {
    const path = relative(ROOT, file.name);
    for (const test of file.assertionResults) {
      const name = `${path} › ${[...test.ancestorTitles, test.title].join(' › ')}`;
      if (test.status === 'passed') passed += 1;
      else if (test.status === 'failed')
        failures.push({ name, message: stripVTControlCharacters(test.failureMessages.join('\n')) });
      else skipped.push(name);
    }
    const fileFailed = file.status === 'failed';
    if (fileFailed) {
      failedFiles.set(path, file.assertionResults.filter(({ status }) => status === 'passed').length);
    }
    if (fileFailed && !file.assertionResults.some(({ status }) => status === 'failed')) {
      failures.push({ name: path, message: file.message || 'the file could not be run' });
    }
  }
  return { suite, passed, skipped, failures, failedFiles };
};

/**
 * One vitest project. An error outside the tests, or a project without tests, counts as a failure.
 * @param {readonly string[]} files only these; all of the project when empty
 * @param {readonly string[]} more arguments
 * @returns {Promise<Outcome>}
 */
export const runVitest = async (project, files = [], more = []) => {
  heading(`vitest: ${project}`);
  const startMs = Date.now();
  const reportFile = join(ROOT, 'out', 'reports', `${project}.json`);
  mkdirSync(join(ROOT, 'out', 'reports'), { recursive: true });
  rmSync(reportFile, { force: true });
  const args = ['run', ...files, ...more, '--project', project, '--reporter=default', '--reporter=json'];
  const { code, output } = await runTool('vitest', [...args, `--outputFile.json=${reportFile}`]);
  let outcome;
  try {
    outcome = outcomeOfReport(project, JSON.parse(readFileSync(reportFile, 'utf8')));
  } catch {
    outcome = { suite: project, passed: 0, skipped: [], failures: [] };
  }
  if (outcome.failures.length === 0 && (code !== 0 || outcome.passed === 0)) {
    const message = code === 0 ? 'no test ran' : lastLines(output, 40);
    outcome.failures.push({ name: `vitest: ${project}`, message });
  }
  return { ...outcome, seconds: secondsSince(startMs) };
};

/** More files than this that fail at once are no accident. */
const SECOND_TRIES = 5;

/**
 * A project whose tests drive a browser. A file that fails runs once more, alone; where it passes then, the summary names
 * what failed at first, so that it is mended and not forgotten.
 * @returns {Promise<Outcome>}
 */
export const runBrowserSuite = async (project) => {
  const first = await runVitest(project);
  const files = [...(first.failedFiles?.keys() ?? [])];
  if (files.length === 0 || files.length > SECOND_TRIES) return first;
  const again = await runVitest(project, files, ['--no-file-parallelism']);
  const passedBefore = [...(first.failedFiles?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  const failing = new Set(again.failures.map(({ name }) => name));
  return {
    ...again,
    passed: first.passed - passedBefore + again.passed,
    skipped: [...new Set([...first.skipped, ...again.skipped])],
    unsteady: first.failures.filter(({ name }) => !failing.has(name)),
    seconds: Math.round((first.seconds + again.seconds) * 10) / 10,
  };
};

/**
 * Prints the table, the skipped by name, the failed with their messages, and as the last line `N passed, N failed`.
 * @param {readonly Outcome[]} outcomes
 * @returns {number} the exit code: 1 when anything failed or nothing ran
 */
export const report = (outcomes) => {
  heading('summary');
  for (const { suite, passed, failures, skipped, seconds } of outcomes) {
    const counts = [`${passed} passed`, `${failures.length} failed`];
    if (skipped.length > 0) counts.push(`${skipped.length} skipped`);
    console.log(
      `${failures.length === 0 ? '✓' : '✗'} ${suite.padEnd(34)} ${counts.join(', ')} (${seconds} s)`,
    );
  }
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  if (skipped.length > 0) console.log(`\nskipped (${skipped.length}):`);
  for (const name of skipped) console.log(`  - ${name}`);
  const unsteady = outcomes.flatMap((outcome) => outcome.unsteady ?? []);
  if (unsteady.length > 0) console.log(`\nunsteady, passed only at the second try (${unsteady.length}):`);
  for (const { name, message } of unsteady) {
    console.log(`\n! ${name}\n${message.replaceAll(/^/gm, '    ')}`);
  }
  if (failures.length > 0) console.log(`\nfailed (${failures.length}):`);
  for (const { name, message } of failures) {
    console.log(`\n✗ ${name}\n${message.replaceAll(/^/gm, '    ')}`);
  }
  console.log(`\n${passed} passed, ${failures.length} failed`);
  return failures.length === 0 && passed > 0 ? 0 : 1;
};
