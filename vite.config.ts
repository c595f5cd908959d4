import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Rolldown } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

// One build: the app, and the service worker that precaches it. Fonts stay files, since the CSP allows no data: URLs.
const ALL_ICONS = /aksel-icons\/.+\/index\.js$/
/** The icons' package lists all of them in one file; of these a module brings those it names. */
const namedIcons = (index: string, code = ''): readonly string[] =>
  [...code.matchAll(/\b(\w+)Icon\b/g)].map(([, name]) => index.replace('index.js', `${name}.js`))

/** Everything a module brings with it at once: what it imports, and what that imports. */
function broughtBy(entry: string, context: Rolldown.ChunkingContext, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(entry)) return found
  found.add(entry)
  const module = context.getModuleInfo(entry)
  for (const id of module?.importedIds ?? [])
    for (const brought of ALL_ICONS.test(id) ? namedIcons(id, module?.code ?? '') : [id]) broughtBy(brought, context, found)
  return found
}

const src = (path: string): string => join(import.meta.dirname, 'src', path)
/** One file of what comes with each of these, less what a file of a higher priority has. */
const shared = (name: string, priority: number, ...paths: readonly string[]) => ({
  name: (id: string, context: Rolldown.ChunkingContext): string | null =>
    !id.endsWith('.css') && paths.every((path) => broughtBy(src(path), context).has(id)) ? name : null,
  priority,
})

/**
 * What comes with the first page, then with an open casebook and with I dag, is a few files: in three dozen small ones it
 * is kilobytes more. What a file shares with one that may come without it has a higher priority than both.
 */
const GROUPS = [
  shared('first', 6, 'main.tsx'),
  shared('words', 5, 'screens/door/welcome.tsx', 'screens/app.tsx'),
  shared('today', 4, 'screens/app.tsx'),
  shared('device', 3, 'device/local.ts', 'device/desk.ts'),
  shared('store', 2, 'device/database.ts'),
  shared('local', 1, 'device/local.ts'),
  { name: 'icons', test: /@navikt.aksel-icons/, priority: 0 }, // those of every other screen: each is a file of its own
]

export default defineConfig({
  define: { __BUILD__: JSON.stringify(process.env.BUILD_ID ?? 'dev') },
  // Dexie's own build for today's browsers: 2 kB less than the ES5 one its entry leads to.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: null,
      manifest: {
        id: '/',
        name: 'Bofast',
        short_name: 'Bofast',
        description: 'Besøk, planer og frister. Virker uten nett.',
        lang: 'nb',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: '#faf7f3',
        background_color: '#faf7f3',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        ],
      },
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg,png,woff2}'], maximumFileSizeToCacheInBytes: 4_000_000 },
      devOptions: { enabled: false },
    }),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: (_, deps) => deps.filter((path) => path.endsWith('.css')) },
    rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
  },
  server: { host: '127.0.0.1', proxy: { '/v1': 'http://127.0.0.1:4000' } },
})
