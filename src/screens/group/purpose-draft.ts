// What the group is for, half written: one for each resident while there is no group, and one for each group.

import { asText } from '#domain/reading.ts'
import { formDraft } from '../use-form-draft.ts'

export const usePurposeDraft = formDraft<{ readonly purpose: string }>('groupPurpose', (said) => ({ purpose: asText(said.purpose) ?? '' }))
