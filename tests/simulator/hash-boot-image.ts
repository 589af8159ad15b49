/** Makes an image of the engine in a folder, given by its URL, and prints the hash of its bytes. */
import { makeBootImage } from '../../src/simulator/build/pack-engine.ts';
import { sha256Of } from './sha256-of.ts';

console.log(sha256Of(await makeBootImage(new URL(process.argv[2] ?? ''))));
