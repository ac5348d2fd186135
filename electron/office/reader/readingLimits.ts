const megabyte = 1024 * 1024

/** A file up to this size is read or refused within 10 seconds, whatever stands in it. */
const quickBytes = 5 * megabyte
/** Files above this size are read alone, and the reader ends afterwards: its memory is given back at once. */
export const largeBytes = 4 * megabyte

/**
 * Milliseconds a file of so many bytes may take: 10 seconds, and 2 more for each megabyte beyond 5. Measured: an honest
 * 12 MB (50,000 × 24 cells) takes 2 seconds and 58 MB (75,000 × 58) take 9 on an office computer of 2020.
 */
export function readingTime(bytes: number): number {
  return 10_000 + Math.max(0, Math.ceil((bytes - quickBytes) / megabyte)) * 2_000
}

/** Megabytes of script memory a reader may use; the largest file that is read needs 770. */
export const readerMemory = 1024

/** How many readers may work at once: one core stays free for the office, and each may need its whole memory. */
export function mostReaders(cores: number, totalBytes: number): number {
  return Math.max(1, Math.min(cores - 1, Math.floor(totalBytes / (2 * readerMemory * megabyte)), 4))
}
