/**
 * Well-known services by port. Ports and transport from the IANA Service Name and Transport Protocol Port Number
 * Registry (https://www.iana.org/assignments/service-names-port-numbers), under the names that people know; a few that
 * are not registered for their real use (docker, etcd, kubernetes, redis) as their projects document them.
 */

export interface Service {
  readonly port: number;
  readonly name: string;
  readonly transport: 'TCP' | 'UDP' | 'both';
}

const table: readonly (readonly [port: number, name: string, transport: Service['transport']])[] = [
  [21, 'ftp', 'TCP'],
  [22, 'ssh', 'TCP'],
  [23, 'telnet', 'TCP'],
  [25, 'smtp', 'TCP'],
  [53, 'dns', 'both'],
  [67, 'dhcp', 'UDP'],
  [69, 'tftp', 'UDP'],
  [80, 'http', 'TCP'],
  [88, 'kerberos', 'both'],
  [110, 'pop3', 'TCP'],
  [111, 'rpcbind', 'both'],
  [123, 'ntp', 'UDP'],
  [135, 'msrpc', 'TCP'],
  [137, 'netbios-ns', 'UDP'],
  [138, 'netbios-dgm', 'UDP'],
  [139, 'netbios-ssn', 'TCP'],
  [143, 'imap', 'TCP'],
  [161, 'snmp', 'UDP'],
  [162, 'snmptrap', 'UDP'],
  [179, 'bgp', 'TCP'],
  [389, 'ldap', 'both'],
  [443, 'https', 'both'],
  [445, 'smb', 'TCP'],
  [465, 'smtps', 'TCP'],
  [500, 'ike', 'UDP'],
  [514, 'syslog', 'UDP'],
  [587, 'submission', 'TCP'],
  [636, 'ldaps', 'TCP'],
  [853, 'dns-over-tls', 'both'],
  [873, 'rsync', 'TCP'],
  [993, 'imaps', 'TCP'],
  [995, 'pop3s', 'TCP'],
  [1194, 'openvpn', 'both'],
  [1433, 'mssql', 'TCP'],
  [1521, 'oracle', 'TCP'],
  [1883, 'mqtt', 'TCP'],
  [2049, 'nfs', 'both'],
  [2181, 'zookeeper', 'TCP'],
  [2375, 'docker', 'TCP'],
  [2376, 'docker-tls', 'TCP'],
  [2379, 'etcd', 'TCP'],
  [3306, 'mysql', 'TCP'],
  [3389, 'rdp', 'both'],
  [4500, 'ipsec-nat-t', 'UDP'],
  [5060, 'sip', 'both'],
  [5432, 'postgresql', 'TCP'],
  [5672, 'amqp', 'TCP'],
  [5900, 'vnc', 'TCP'],
  [5985, 'winrm', 'TCP'],
  [6379, 'redis', 'TCP'],
  [6443, 'kubernetes', 'TCP'],
  [8080, 'http-alt', 'TCP'],
  [8443, 'https-alt', 'TCP'],
  [8883, 'mqtts', 'TCP'],
  [9092, 'kafka', 'TCP'],
  [9200, 'elasticsearch', 'TCP'],
  [10250, 'kubelet', 'TCP'],
  [11211, 'memcached', 'both'],
  [27017, 'mongodb', 'TCP'],
  [51820, 'wireguard', 'UDP'],
];

/** Every service of the table, by port. */
export const services: readonly Service[] = table.map(([port, name, transport]) => ({
  port,
  name,
  transport,
}));

/** Services on ports `from` to `to`. `transport` null: whichever. */
export function servicesIn(from: number, to: number, transport: 'TCP' | 'UDP' | null): readonly Service[] {
  return services.filter(
    (s) =>
      s.port >= from &&
      s.port <= to &&
      (transport === null || s.transport === 'both' || s.transport === transport),
  );
}
