export const BUILD_WARNING: RegExp;
