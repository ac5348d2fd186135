/** Reads a process's standard error and keeps its last lines, for the log of its end. */
export function keepLastWords(stream: NodeJS.ReadableStream | null): () => string {
  let words = ''
  stream?.on('data', (text: Buffer) => (words = `${words}${text.toString()}`.slice(-2000)))
  return () => words.trim()
}
