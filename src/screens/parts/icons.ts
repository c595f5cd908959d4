// The icons of the look book (phone.md 3), by what they mean here. Beside a word an icon is hidden from screen readers.

export {
  BedIcon,
  BellIcon,
  CalendarIcon,
  ChatIcon,
  CheckmarkIcon,
  CogIcon,
  DoorIcon,
  DoorOpenIcon,
  HandShakeHeartIcon as WorksIcon,
  HouseHeartIcon as WishIcon,
  InboxIcon,
  InformationSquareIcon as InfoIcon,
  PadlockLockedIcon as LockIcon,
  PersonIcon,
  PhoneIcon,
  PrinterSmallIcon as PrintIcon,
} from '@navikt/aksel-icons'
export * from './icons-at-once.ts'
