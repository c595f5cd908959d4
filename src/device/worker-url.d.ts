// Vite gives a worker's address for this kind of import; its own types would pull the DOM into this room.

declare module '*?worker&url' {
  const url: string
  export default url
}
