/** Largest file that is read, in bytes. */
export const largestFile = 60 * 1024 * 1024

/** The same for people. */
export const largestFileText = '60 MB'
