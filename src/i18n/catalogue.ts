/** Every sentence in every language. Vietnamese has the keys; a language that lacks one, or has another, does not compile. */

import type { Language } from '../kernel/languages.ts';
import { API_SAMPLES } from './api-samples.ts';
import { en } from './en/en.ts';
import { vi } from './vi/vi.ts';

type Sentences = Readonly<Record<keyof typeof vi, string>>;
type Samples = typeof API_SAMPLES;

export type MessageKey = keyof typeof vi | keyof Samples;

const SENTENCES: Readonly<Record<Language, Sentences>> = { vi, en };

export const CATALOGUES = Object.fromEntries(
  Object.entries(SENTENCES).map(([language, sentences]) => [language, { ...sentences, ...API_SAMPLES }]),
) as Readonly<Record<Language, Readonly<Record<MessageKey, string>>>>;
