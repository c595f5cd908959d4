// Words for changing what is known of a person, a household and a home.

export const homeEdit = {}
