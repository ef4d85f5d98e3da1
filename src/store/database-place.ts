/** What ROTA_DB may say: the path of a file, or the address of a database on a server. */

/** Whether what ROTA_DB says is the address of a server rather than a file. */
export function isServer(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place);
}

/** The address without a password, for people to read. */
export function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^:/@]*):[^@/]*@/, '$1@').replace(/([?&]password=)[^&]*/, '$1…');
}
