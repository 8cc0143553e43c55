import { afterAll } from 'vitest';
import { removeFolders } from './folder.ts';

// runs before every file: what files share is loaded once, so that a hook of its own would be one file’s only
afterAll(removeFolders);
