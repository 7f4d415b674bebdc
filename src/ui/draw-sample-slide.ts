/** Draws the slide of the sample event: two curves and their names, in the person's language. */
import type { SlideWords } from '../app/sample/sample-texts.ts';

const WIDTH = 960;
const HEIGHT = 540;
const FONT = 'system-ui, "Noto Sans", "Noto Sans CJK KR", "Noto Sans CJK JP", sans-serif';
const INK = '#1a1c21';
const PAPER = '#fbfaf7';
const LINE = '#d9d6ce';
const BEFORE = '#c2410c';
const AFTER = '#3a45c9';

type Brush = OffscreenCanvasRenderingContext2D;

const curve = (brush: Brush, colour: string, heightAt: (part: number) => number): void => {
  brush.beginPath();
  for (let part = 0; part <= 1; part += 0.02) {
    brush.lineTo(96 + part * 700, 450 - heightAt(part));
  }
  brush.strokeStyle = colour;
  brush.lineWidth = 6;
  brush.stroke();
};

const label = (brush: Brush, text: string, colour: string, y: number): void => {
  brush.fillStyle = colour;
  brush.font = `600 26px ${FONT}`;
  brush.textAlign = 'end';
  brush.fillText(text, WIDTH - 64, y);
};

/** A PNG of 960 × 540 pixels; `null` where the browser draws none. */
export const drawSampleSlide = async ({ title, before, after }: SlideWords): Promise<Blob | null> => {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const brush = canvas.getContext('2d');
  if (brush === null) return null;
  brush.fillStyle = PAPER;
  brush.fillRect(0, 0, WIDTH, HEIGHT);
  brush.fillStyle = INK;
  brush.font = `700 40px ${FONT}`;
  brush.fillText(title, 64, 92);
  brush.strokeStyle = LINE;
  brush.lineWidth = 2;
  for (const y of [210, 290, 370, 450]) {
    brush.beginPath();
    brush.moveTo(96, y);
    brush.lineTo(WIDTH - 64, y);
    brush.stroke();
  }
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  curve(brush, BEFORE, (part) => 24 + 16 * part + 250 * part ** 5);
  curve(brush, AFTER, (part) => 24 + 34 * part);
  label(brush, before, BEFORE, 186);
  label(brush, after, AFTER, 376);
  return canvas.convertToBlob({ type: 'image/png' });
};
