// A guide's words, fetched when somebody reads what was answered in it. Undefined until they are here, and for a guide
// this build does not have.

import { useEffect, useState } from 'react'
import type { Guide } from '#domain/guide.ts'
import type { GuideOf } from './log-questions.ts'

interface Named {
  readonly code: string
  readonly version: number
}

export function useGuide(named: Named | undefined): Guide | undefined {
  const [guide, setGuide] = useState<Guide>()
  const code = named?.code
  const version = named?.version
  useEffect(() => {
    if (code === undefined || version === undefined) return undefined
    let isCurrent = true
    void import('#guides/registry.ts').then(({ guideOf }) => {
      if (isCurrent) setGuide(guideOf(code, version))
    })
    return () => {
      isCurrent = false
    }
  }, [code, version])
  return guide
}

/** All of them, for a visit two wrote with different versions. */
export function useGuideOf(): GuideOf | undefined {
  const [guides, setGuides] = useState<{ readonly guideOf: GuideOf }>()
  useEffect(() => {
    let isCurrent = true
    void import('#guides/registry.ts').then(({ guideOf }) => {
      if (isCurrent) setGuides({ guideOf })
    })
    return () => {
      isCurrent = false
    }
  }, [])
  return guides?.guideOf
}
