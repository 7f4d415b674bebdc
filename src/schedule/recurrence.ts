/**
 * The times that a recurrence rule allows (RFC 5545, 3.3.10), spelt out by ical.js. It goes on to the next one without an end,
 * also where none will ever come: so all of it is bounded.
 */
import ICAL from 'ical.js';

const MOST_TIMES = 60;
/** Days, weeks … that are looked at for one rule, and for all rules of a file. */
const MOST_STEPS = 2_000;
const MOST_STEPS_IN_FILE = 40_000;

/** What is left of the steps that a file may cost. */
export interface StepBudget {
  steps: number;
}

export const stepBudget = (): StepBudget => ({ steps: MOST_STEPS_IN_FILE });

const boundSteps = (times: InstanceType<typeof ICAL.RecurIterator>, budget: StepBudget): void => {
  const isTime = times.check_contracting_rules.bind(times);
  let left = Math.min(MOST_STEPS, budget.steps);
  times.check_contracting_rules = () => {
    if (left <= 0) throw new Error('no time within reach');
    left -= 1;
    budget.steps -= 1;
    return isTime();
  };
};

/**
 * @param rule as jCal has it
 * @param first the event's own start; the rule counts from it
 * @returns starts as jCal writes them, the first alone where the rule allows none; `isFollowed` is false for a rule of which
 * they are not all
 */
export const spellOut = (
  rule: object,
  first: string,
  budget: StepBudget,
): { readonly starts: readonly string[]; readonly isFollowed: boolean } => {
  if (budget.steps <= 0) return { starts: [first], isFollowed: false };
  const starts: string[] = [];
  let isFollowed = true;
  try {
    const start = first.includes('T') ? ICAL.Time.fromDateTimeString(first) : ICAL.Time.fromDateString(first);
    const times = ICAL.Recur.fromData(rule).iterator(start);
    boundSteps(times, budget);
    for (let time = times.next(); time && starts.length < MOST_TIMES; time = times.next()) {
      starts.push(time.toString());
    }
  } catch {
    isFollowed = false;
  }
  if (starts.length > 0) return { starts, isFollowed };
  // ical.js looks through thousands of years in vain: not for every event of a file.
  budget.steps -= MOST_STEPS;
  return { starts: [first], isFollowed: false };
};
