// Words for what is printed and handed over.

export const paper = {}
