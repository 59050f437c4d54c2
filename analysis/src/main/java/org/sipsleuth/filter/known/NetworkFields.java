package org.sipsleuth.filter.known;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.filter.field.Basis;
import org.sipsleuth.filter.field.Column;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Portion;
import org.sipsleuth.filter.field.Reader;
import org.sipsleuth.filter.field.Row;

/// Addresses and ports: those of the innermost IP header, which carried the message.
final class NetworkFields {

    private static final Set<Transport> OVER_UDP = EnumSet.of(Transport.UDP);
    private static final Set<Transport> OVER_TCP =
            EnumSet.of(Transport.TCP, Transport.TLS, Transport.WS, Transport.WSS);
    private static final Set<Transport> OVER_SCTP = EnumSet.of(Transport.SCTP);

    private NetworkFields() {}

    static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        addresses(fields, "ip", FieldKind.IPV4, "IPv4");
        addresses(fields, "ipv6", FieldKind.IPV6, "IPv6");
        ports(fields, "udp", OVER_UDP);
        ports(fields, "tcp", OVER_TCP);
        ports(fields, "sctp", OVER_SCTP);
        fields.add(
                Field.of(
                                "sip.transport",
                                FieldKind.TEXT,
                                "what carried the message",
                                Basis.WAY,
                                (row, values) ->
                                        values.text(row.messages().transport(row.message()).name()))
                        .choosing(List.of("UDP", "TCP", "TLS", "SCTP", "WS", "WSS")));
        return fields;
    }

    private static void addresses(List<Field> fields, String name, FieldKind kind, String what) {
        Portion source = new Portion(Basis.SOURCE, address(Basis.SOURCE, kind));
        Portion destination = new Portion(Basis.DESTINATION, address(Basis.DESTINATION, kind));
        fields.add(field(name + ".src", kind, "the " + what + " address it came from", source));
        fields.add(field(name + ".dst", kind, "the " + what + " address it went to", destination));
        fields.add(field(name + ".addr", kind, "both " + what + " addresses", source, destination));
    }

    private static void ports(List<Field> fields, String name, Set<Transport> over) {
        Portion source = port(Basis.SOURCE, over);
        Portion destination = port(Basis.DESTINATION, over);
        String what = name.toUpperCase(Locale.ROOT) + " port";
        FieldKind kind = FieldKind.WHOLE;
        fields.add(field(name + ".srcport", kind, "the " + what + " it came from", source));
        fields.add(field(name + ".dstport", kind, "the " + what + " it went to", destination));
        fields.add(field(name + ".port", kind, "both " + what + "s", source, destination));
    }

    private static Portion port(Basis end, Set<Transport> over) {
        return Portion.of(
                (messages, message) ->
                        over.contains(messages.transport(message))
                                ? messages.port(end.key(messages, message))
                                : Column.NONE);
    }

    private static Field field(
            String name, FieldKind kind, String description, Portion... portions) {
        return new Field(name, kind, description, List.of(portions), List.of());
    }

    private static Reader address(Basis end, FieldKind kind) {
        return (row, values) -> {
            Endpoint endpoint = endpoint(row, end);
            boolean isIpv4 = endpoint.address() instanceof Inet4Address;
            if (isIpv4 == (kind == FieldKind.IPV4)) {
                byte[] address = endpoint.address().getAddress();
                values.octets(address, 0, address.length);
            }
        };
    }

    private static Endpoint endpoint(Row row, Basis end) {
        return row.messages().endpoint(end.key(row.messages(), row.message()));
    }
}
