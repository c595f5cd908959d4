// Light or dark as the device says, on <html> itself, so that the page behind never flashes.

export function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const paint = () => {
    document.documentElement.classList.toggle('dark', dark.matches)
    document.documentElement.classList.toggle('light', !dark.matches)
  }
  paint()
  dark.addEventListener('change', paint)
}
