/**
 * Errors of Postgres and of the way to it as sentences. Source: PostgreSQL, "PostgreSQL Error Codes".
 */

/** @param named Server and database, without the password. @returns Undefined for an error that is a fault of this program. */
export function postgresSentence(error: unknown, named: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const {code = ''} = error as NodeJS.ErrnoException;
  if (/CERT|^UNABLE_TO/u.test(code)) {
    return `${named} has a certificate that is not trusted here (${code}). Name its authority with sslrootcert=FILE in DATABASE_URL.`;
  }
  if (error.message.includes('does not support SSL')) {
    return `${named} does not speak TLS. Turn it on there, or leave sslmode out of DATABASE_URL.`;
  }
  if (/^(?:28P01|28000)$/u.test(code) || error.message.startsWith('SASL')) {
    return `${named} does not accept the user or the password of DATABASE_URL (${error.message}). Correct it there, or allow the user in the server’s pg_hba.conf.`;
  }
  if (code === '3D000') {
    return `${named} does not exist. Make it with createdb, or name another database in DATABASE_URL.`;
  }
  if (code === '42501') {
    return `${named} may not be changed by the user of DATABASE_URL (${error.message}). Let that user own the database.`;
  }
  if (code === '25006') {
    return `${named} takes no writes: it is a standby, or set to read only. Name the primary in DATABASE_URL.`;
  }
  if (/^(?:53100|53200)$/u.test(code)) {
    return `There is no room left for ${named} (${error.message}). Free some on its server; the bot goes on by itself.`;
  }
  if (/^(?:53300|57P03)$/u.test(code)) {
    return `${named} takes no connection now (${error.message}). Wait for it, or raise max_connections on its server.`;
  }
  if (/^(?:XX00[12]|58030|58P0[12])$/u.test(code)) {
    return `${named} is damaged (${error.message}). Stop the bot and restore your last backup there with pg_restore.`;
  }
  if (/^(?:E[A-Z_]+|08[0-9A-Z]{3}|57P0[12])$/u.test(code) || /timeout|terminated/iu.test(error.message)) {
    return `${named} does not answer (${code === '' ? error.message : code}). Start it, or correct the address in DATABASE_URL.`;
  }
  return undefined;
}
