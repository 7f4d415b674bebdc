/** Small checks that foreign data is put through at the door; each names the field that is wrong. */
import { InvalidInput } from '../../model/errors.ts';

/** Passes, or throws. @throws InvalidInput with the field as `notes[3].source.url` */
export type Check = (value: unknown, field: string) => void;

/** A check for every field of a record: a field that is new in the record does not compile until it is checked. */
export type Shape<Type> = { readonly [Field in keyof Type]-?: Check };

const DEEPEST = 24;
const LONGEST_TEXT = 32 * 1024 * 1024;

const refuse = (field: string, reason: string): never => {
  throw new InvalidInput(field, reason);
};

/** An object as `JSON.parse` makes it, no list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Plain data of bounded depth, without a key that could reach a prototype. */
const plainAt = (value: unknown, field: string, depth: number): void => {
  if (depth > DEEPEST) refuse(field, 'too deep');
  if (typeof value === 'string' && value.length > LONGEST_TEXT) refuse(field, 'too long');
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) plainAt(item, `${field}[${index}]`, depth + 1);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype')
      refuse(`${field}.${key}`, 'not allowed');
    plainAt(item, `${field}.${key}`, depth + 1);
  }
};

export const plain: Check = (value, field) => plainAt(value, field, 0);

export const text: Check = (value, field) => {
  if (typeof value !== 'string') refuse(field, 'no text');
};

export const flag: Check = (value, field) => {
  if (typeof value !== 'boolean') refuse(field, 'neither true nor false');
};

export const count: Check = (value, field) => {
  if (!Number.isSafeInteger(value) || Number(value) < 0) refuse(field, 'no whole number');
};

export const number: Check = (value, field) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse(field, 'no number');
};

/** Text for which `isRight` holds. */
export const textThat =
  (isRight: (text: string) => boolean, reason: string): Check =>
  (value, field) => {
    if (typeof value !== 'string' || !isRight(value)) refuse(field, reason);
  };

export const oneOf = (values: readonly (string | null)[]): Check => {
  const known = new Set<unknown>(values);
  return (value, field) => {
    if (!known.has(value)) refuse(field, 'unknown value');
  };
};

export const orNull =
  (check: Check): Check =>
  (value, field) => {
    if (value !== null) check(value, field);
  };

/** For a field that may be absent. */
export const maybe =
  (check: Check): Check =>
  (value, field) => {
    if (value !== undefined) check(value, field);
  };

export const listOf =
  (check: Check): Check =>
  (value, field) => {
    if (!Array.isArray(value)) refuse(field, 'no list');
    else for (const [index, item] of value.entries()) check(item, `${field}[${index}]`);
  };

/** Every field of the table is checked; fields beyond it must be plain data. */
export const shape =
  <Type>(table: Shape<Type>): Check =>
  (value, field) => {
    if (!isObject(value)) {
      refuse(field, 'no object');
      return;
    }
    for (const [name, check] of Object.entries<Check>(table))
      check(Object.hasOwn(value, name) ? value[name] : undefined, `${field}.${name}`);
    plain(value, field);
  };
