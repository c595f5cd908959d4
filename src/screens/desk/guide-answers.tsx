// What was answered in the guide, question by question, folded away under the log: given, skipped and declined differ.

import { useEffect, useState } from 'react'
import type { ContributionView } from '#domain/case-view-visits.ts'
import { nameOf } from '../people.ts'
import type { LogContext } from './log-lines.ts'

export function GuideAnswers({ contribution, context }: { readonly contribution: ContributionView; readonly context: LogContext }) {
  return null
}
