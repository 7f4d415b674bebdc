/** The place that is shown, for what a person does before it is known: keys are faster than the store. */
import { useEffect, useState } from 'preact/hooks';
import type { Place } from '../model/note.ts';

/** The place, or the promise of the first one. */
export const usePlaceSoon = (place: Place | undefined): Place | Promise<Place> => {
  const [{ promise, resolve }] = useState(() => Promise.withResolvers<Place>());
  useEffect(() => {
    if (place !== undefined) resolve(place);
  }, [place, resolve]);
  return place ?? promise;
};
