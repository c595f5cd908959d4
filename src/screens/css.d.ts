// A screen that is loaded apart may bring its own sheet; the bundler puts it in place.

declare module '*.css'
