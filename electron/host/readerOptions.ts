import { readerMemory } from '../office/reader/readingLimits'

/** What the Node of a reader is told: a file that needs more memory ends the reader, and nothing else. */
export const readerOptions: string[] = [`--max-old-space-size=${readerMemory}`]
