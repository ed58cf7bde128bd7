// Every folder with an index file becomes one bundle of that name: graphiql/index.jsx -> graphiql.js and graphiql.css.
// The administration's bundle is split: what only some pages need comes in chunks, when a page needs it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const split = ['admin'];
const entries = readdirSync('.', { withFileTypes: true })
  .filter(folder => folder.isDirectory() && folder.name !== 'node_modules')
  // A script brings its styles along; a style sheet of the same name must not take its place.
  .map(folder => [folder.name, ['js', 'jsx', 'css'].map(kind => `${folder.name}/index.${kind}`).find(existsSync)])
  .filter(([, file]) => file);

const target = process.argv[2] ?? '../wwwroot/admin/dist';
const bundle = (chosen, options) => build({
  entryPoints: Object.fromEntries(chosen),
  outdir: target,
  bundle: true,
  minify: true,
  target: 'es2022',
  jsx: 'automatic',
  loader: { '.woff2': 'dataurl', '.svg': 'dataurl', '.png': 'dataurl' },
  legalComments: 'linked',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
  ...options,
});

await Promise.all([
  bundle(entries.filter(([name]) => !split.includes(name)), {}),
  bundle(entries.filter(([name]) => split.includes(name)), { format: 'esm', splitting: true, chunkNames: 'chunks/[name]-[hash]' }),
]);

// Packed once, here, and not for every browser again.
for (const file of readdirSync(target, { recursive: true }).filter(name => /\.(js|css)$/.test(name))) {
  const plain = readFileSync(join(target, file));
  if (plain.length > 1000) writeFileSync(join(target, `${file}.br`), brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
}
