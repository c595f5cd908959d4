// Which build this is: stamped on every change, for people to read, and on cards, so that a new build makes them anew.

declare const __BUILD__: string

export const BUILD: string = typeof __BUILD__ === 'undefined' ? 'dev' : __BUILD__
