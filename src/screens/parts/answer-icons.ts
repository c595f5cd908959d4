// Icons only the answers of a guided visit need.

export { CameraIcon } from '@navikt/aksel-icons'
