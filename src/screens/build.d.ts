// What the bundler puts in place: the build's name, and whether this is the built app.

interface ImportMeta {
  readonly env: { readonly PROD: boolean }
}
