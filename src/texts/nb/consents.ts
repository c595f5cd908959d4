// Words for consents.

export const consents = {}
