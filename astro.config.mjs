import { defineConfig } from 'astro/config';

// The build script passes output folder and base path; see scripts/build.ts.
export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', assets: '_assets' },
  compressHTML: true,
  devToolbar: { enabled: false },
  // No inlined assets: a strict Content-Security-Policy forbids inline scripts and data: scripts.
  // A module worker, whose larger parts are loaded when they are needed.
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'es' } },
});
