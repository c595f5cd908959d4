// Words for instruments and services.

export const grants = {}
