/** Work that can wait for its turn: done in slices, so that a key or a scroll never waits behind it. */

/** Milliseconds of one slice: half a frame. */
const SLICE_MS = 8;

type Job = () => void;

const jobs: Job[] = [];
let running = false;

const runSlice = (): void => {
  const endMs = performance.now() + SLICE_MS;
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
    job();
    if (performance.now() >= endMs) break;
  }
  if (jobs.length > 0) setTimeout(runSlice);
  else running = false;
};

/** Queues a job, which must not throw. Jobs run in order. */
export const renderSoon = (job: Job): void => {
  jobs.push(job);
  if (running) return;
  running = true;
  setTimeout(runSlice);
};
