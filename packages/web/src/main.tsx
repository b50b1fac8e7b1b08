import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { showPreferences } from './app/preferences.ts';
import { makeRouter } from './app/router.ts';
import 'virtual:tokens.css';
import './ui/foundation.css';

showPreferences();

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App router={makeRouter()} />);
