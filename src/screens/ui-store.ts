// What may be lost on reload: language of the screen, the «Angre» bar, whether a new build is ready. Records never.

import { create } from 'zustand'
import type { Language } from '#texts/catalogue.ts'

export interface Undo {
  readonly text: string
  /** Missing where it cannot be taken back: then the bar only says what was done. */
  readonly undo?: () => Promise<boolean>
  /** Where to go when it was undone. */
  readonly backTo?: string
}

interface Ui {
  readonly language: Language
  readonly undo: Undo | undefined
  /** Takes the new build in use; set when one waits. */
  readonly update: (() => void) | undefined
  /** Words at the desk that are not sent: a session that ends must not take them away. */
  readonly hasUnsent: boolean
  readonly setLanguage: (language: Language) => void
  readonly offerUndo: (undo: Undo | undefined) => void
  readonly offerUpdate: (update: () => void) => void
  readonly noteUnsent: (hasUnsent: boolean) => void
}

export const useUi = create<Ui>((set) => ({
  language: 'nb',
  undo: undefined,
  update: undefined,
  hasUnsent: false,
  setLanguage: (language) => set({ language }),
  offerUndo: (undo) => set({ undo }),
  offerUpdate: (update) => set({ update }),
  noteUnsent: (hasUnsent) => set({ hasUnsent }),
}))
