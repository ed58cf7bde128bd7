// Every folder with an index file becomes one bundle of that name: graphiql/index.jsx -> graphiql.js and graphiql.css.
import { existsSync, readdirSync } from 'node:fs';
import { build } from 'esbuild';

const entries = readdirSync('.', { withFileTypes: true })
  .filter(folder => folder.isDirectory() && folder.name !== 'node_modules')
  .flatMap(folder => ['js', 'jsx', 'css'].map(kind => [folder.name, `${folder.name}/index.${kind}`]))
  .filter(([, file]) => existsSync(file));

await build({
  entryPoints: Object.fromEntries(entries),
  outdir: process.argv[2] ?? '../wwwroot/admin/dist',
  bundle: true,
  minify: true,
  target: 'es2020',
  jsx: 'automatic',
  loader: { '.woff2': 'dataurl', '.svg': 'dataurl' },
  legalComments: 'linked',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
