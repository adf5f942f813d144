/** Where the tests pretend that a site is published: one of the tested builds knows it, the others do not. */
export const PUBLISHED = {
  MINGZHANG_ADDRESS: 'https://mingzhang.example/some/path/',
  MINGZHANG_REPOSITORY: 'https://forge.example/open/mingzhang',
} as const;
