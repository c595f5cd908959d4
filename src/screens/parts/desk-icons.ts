// The icons only the desk uses (desk.md 2). Beside a word an icon is hidden from screen readers.

export {
  CheckmarkIcon,
  ClockDashedIcon as HistoryIcon,
  ExclamationmarkTriangleFillIcon as LateIcon,
  HourglassTopFilledIcon as DueTodayIcon,
  MagnifyingGlassIcon as SearchIcon,
  PaperplaneIcon as SendIcon,
  QuestionmarkCircleIcon as HelpIcon,
} from '@navikt/aksel-icons'
