// How often something is done (DOMAIN.md 2.5, 2.6).

export interface Frequency {
  readonly unit: 'day' | 'week' | 'month'
  readonly every: number
  readonly times?: number
  readonly weekdays?: readonly ('MON' | 'TUE' | 'WED' | 'THU' | 'FRI' | 'SAT' | 'SUN')[]
  readonly timeOfDay?: string
  readonly fixedTime?: boolean
  readonly fixedPerson?: boolean
}
