/** The two messages that pass between the page and the main process. */
export const callChannel = 'office:call'
export const eventChannel = 'office:event'
