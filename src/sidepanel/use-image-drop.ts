/** Images dropped anywhere in the panel become notes of the session that is shown. */
import { useRef, useState } from 'preact/hooks';
import type { Place } from '../model/note.ts';
import { useKeepFiles } from '../surface/use-keep-files.ts';

/** True when a drag carries files. */
const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Handlers for the whole panel, and whether files are held over it. */
export const useImageDrop = (place: Place | Promise<Place>) => {
  const keepFiles = useKeepFiles();
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const handlers = {
    onDragEnter: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth.current += 1;
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth.current -= 1;
      if (depth.current <= 0) setOver(false);
    },
    onDragOver: (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void keepFiles(place, files);
    },
  };
  return { over, handlers };
};
