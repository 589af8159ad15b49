import { breathe } from './breathe.ts';
import type { EditSurface, SurfaceOptions } from './edit-surface.ts';
import { openTextarea } from './textarea-surface.ts';

/**
 * Opens the editor that suits the reader's device. Monaco does not support touch screens, and where
 * it cannot be loaded a plain text area still lets the reader work.
 */
export async function openSurface(options: SurfaceOptions): Promise<EditSurface> {
  if (matchMedia('(pointer: coarse)').matches) return openTextarea(options);
  try {
    const { openMonaco } = await import('./monaco-surface.ts');
    await breathe();
    return await openMonaco(options);
  } catch {
    options.host.replaceChildren();
    return openTextarea(options);
  }
}
