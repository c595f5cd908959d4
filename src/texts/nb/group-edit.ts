// Words for the responsibility group, its meetings and minutes.

export const groupEdit = {}
