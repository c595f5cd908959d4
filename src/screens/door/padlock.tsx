// A padlock of our own, so that the lock screen needs no icon library.

export function PadlockIcon() {
  return (
    <svg width="40" height="40" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden>
      <rect x="5" y="10.5" width="14" height="9.5" rx="1.75" />
      <path d="M8 10.5V7.75a4 4 0 0 1 8 0v2.75M12 14v2.5" strokeLinecap="round" />
    </svg>
  )
}
