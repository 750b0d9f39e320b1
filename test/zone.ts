/** Tests run in a zone half an hour off, so that none passes only because the machine's clock shows UTC. */
export default function setZone(): void {
  process.env['TZ'] = 'America/St_Johns'
}
