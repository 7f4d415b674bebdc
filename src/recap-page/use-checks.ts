/** What is still missing, the gravest first. */
import { useMemo } from 'preact/hooks';
import type { ConferenceEvent } from '../model/event.ts';
import { type CheckSeverity, checkRecap, type RecapCheck } from '../recap/checks/check-recap.ts';
import { pathsOfOthers } from '../recap/checks/check-site.ts';
import type { RecapState } from './use-recap.ts';

const SEVERITIES: Readonly<Record<CheckSeverity, number>> = { error: 0, warning: 1, hint: 2 };

/** @param events all of them: two posts cannot stand at one path */
export const useChecks = (state: RecapState, events: readonly ConferenceEvent[]): readonly RecapCheck[] =>
  useMemo(
    () =>
      checkRecap(state.records, state.recap, pathsOfOthers(state.records.event, events)).toSorted(
        (left, right) => SEVERITIES[left.severity] - SEVERITIES[right.severity],
      ),
    [state, events],
  );
