/** All icons, in two modules so that the popup loads its own alone. */
export * from './icons-pages.tsx';
export * from './icons-popup.tsx';
