/** The sample event with its drawn slide; loaded as code only when somebody asks for it. */
import type { Ports } from '../app/ports.ts';
import { loadSampleEvent } from '../app/sample/load-sample-event.ts';
import { sampleTextsIn } from '../app/sample/sample-texts.ts';
import type { RecapLanguage } from '../model/event.ts';
import { drawSampleSlide } from './draw-sample-slide.ts';

/** Resolves when it is on disk and the current event. */
export const loadSample = async (ports: Ports, language: RecapLanguage): Promise<void> => {
  const texts = sampleTextsIn(language);
  const slide = await drawSampleSlide(texts.slide);
  await loadSampleEvent(ports, texts, { language, timeZone: ports.machineTimeZone() }, slide);
};
