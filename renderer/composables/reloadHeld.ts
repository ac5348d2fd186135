import { ref } from 'vue'

/** While somebody reads what came of a work after which the page is loaded anew: it is loaded once this is false. */
export const reloadHeld = ref(false)
