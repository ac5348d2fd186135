import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './app/App.vue'
import { router } from './app/router'
import { reportFailure } from './composables/reportFailure'
import './styles/elementPlus'
import './styles/tokens.css'
import './styles/base.css'
import './styles/widgets.css'
import './styles/grid.css'

const app = createApp(App)
app.use(createPinia())
app.use(router)
window.addEventListener('unhandledrejection', (event) => reportFailure(event.reason))
app.mount('#app')
