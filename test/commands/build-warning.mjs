/**
 * What the bundler warns of, line by line. crxjs 3 hands Vite 8 an option for injected scripts that Rolldown ignores: nothing
 * of ours can change it, and nothing is wrong with what is built. Its logger says `WARN  inlineDynamicImports option …` in a
 * terminal and `[warn] \`inlineDynamicImports\` option …` in CI.
 */
export const BUILD_WARNING =
  /^(?!.*\binlineDynamicImports\W+option is ignored)(?:\[(?:[A-Z_]{4,}|plugin [^\]]+)\]|.*\bwarn(?:ing)?\b)/i;
