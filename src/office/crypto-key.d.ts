// @types/node has no global CryptoKey, which the sealing room's types name.

type CryptoKey = import('node:crypto').webcrypto.CryptoKey
