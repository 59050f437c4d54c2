package org.sipsleuth.filter.catalog;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.filter.field.Column;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.FieldSlice;
import org.sipsleuth.filter.field.Reader;
import org.sipsleuth.filter.field.Row;
import org.sipsleuth.filter.field.ValueDependency;

/// Addresses and ports: those of the innermost IP header, which carried the message.
final class NetworkFields {

    private static final Set<Transport> OVER_UDP = EnumSet.of(Transport.UDP);
    private static final Set<Transport> OVER_TCP =
            EnumSet.of(Transport.TCP, Transport.TLS, Transport.WS, Transport.WSS);
    private static final Set<Transport> OVER_SCTP = EnumSet.of(Transport.SCTP);

    // Where the parts of MessageTable.headers are.
    private static final int HOPS_AT = 56;
    private static final int SERVICE_AT = 48;
    private static final int ID_AT = 32;
    private static final int LENGTH_AT = 16;
    private static final int BYTE = 0xff;
    private static final int CODEPOINT = 0x3f;
    private static final int TWO_BYTES = 0xffff;

    private NetworkFields() {}

    static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        addresses(fields, "ip", FieldKind.IPV4, "IPv4");
        addresses(fields, "ipv6", FieldKind.IPV6, "IPv6");
        headers(fields);
        ports(fields, "udp", OVER_UDP);
        ports(fields, "tcp", OVER_TCP);
        ports(fields, "sctp", OVER_SCTP);
        fields.add(Field
                .of("sip.transport", FieldKind.TEXT, "transport of the message", ValueDependency.WAY,
                        (row, values) -> values.text(row.messages().transport(row.message()).name()))
                .choosing(List.of("UDP", "TCP", "TLS", "SCTP", "WS", "WSS")));
        return fields;
    }

    /// Those of the innermost IP header, as the addresses.
    private static void headers(List<Field> fields) {
        header(fields, "ip.ttl", "remaining hops", HOPS_AT, BYTE, true);
        header(fields, "ip.id", "the identification of the packet", ID_AT, TWO_BYTES, true);
        header(fields, "ip.len", "the length of the packet", LENGTH_AT, TWO_BYTES, true);
        header(fields, "ip.dsfield", "Differentiated Services field", SERVICE_AT, BYTE, true);
        header(fields, "ip.dsfield.dscp", "DSCP", SERVICE_AT + 2, CODEPOINT, true);
        header(fields, "ipv6.hlim", "remaining hops", HOPS_AT, BYTE, false);
        header(fields, "ipv6.plen", "the length of the payload", LENGTH_AT, TWO_BYTES, false);
        header(fields, "ipv6.tclass", "the traffic class", SERVICE_AT, BYTE, false);
        header(fields, "ipv6.tclass.dscp", "DSCP", SERVICE_AT + 2, CODEPOINT, false);
        fields.add(Field.column("udp.length", FieldKind.WHOLE, "length in the UDP header", (messages, message) -> {
            long all = messages.headers(message);
            boolean has = all != 0 && messages.transport(message) == Transport.UDP;
            return has ? all & TWO_BYTES : Column.NONE;
        }));
    }

    private static void header(List<Field> fields, String name, String what, int at, int mask, boolean isIpv4) {
        fields.add(Field.column(name, FieldKind.WHOLE, what, (messages, message) -> {
            long all = messages.headers(message);
            return all != 0 && isIpv4(messages, message) == isIpv4 ? all >>> at & mask : Column.NONE;
        }));
    }

    private static boolean isIpv4(MessageTable messages, int message) {
        return messages.endpoint(messages.source(message)).address() instanceof Inet4Address;
    }

    private static void addresses(List<Field> fields, String name, FieldKind kind, String what) {
        FieldSlice source = new FieldSlice(ValueDependency.SOURCE, address(ValueDependency.SOURCE, kind));
        FieldSlice destination =
                new FieldSlice(ValueDependency.DESTINATION, address(ValueDependency.DESTINATION, kind));
        fields.add(field(name + ".src", kind, "the " + what + " source address", source));
        fields.add(field(name + ".dst", kind, "the " + what + " destination address", destination));
        fields.add(field(name + ".addr", kind, "both " + what + " addresses", source, destination));
    }

    private static void ports(List<Field> fields, String name, Set<Transport> over) {
        FieldSlice source = port(ValueDependency.SOURCE, over);
        FieldSlice destination = port(ValueDependency.DESTINATION, over);
        String what = name.toUpperCase(Locale.ROOT) + " port";
        FieldKind kind = FieldKind.WHOLE;
        fields.add(field(name + ".srcport", kind, "the " + what + " of the sender", source));
        fields.add(field(name + ".dstport", kind, "the " + what + " of the receiver", destination));
        fields.add(field(name + ".port", kind, "both " + what + "s", source, destination));
    }

    private static FieldSlice port(ValueDependency end, Set<Transport> over) {
        return FieldSlice.of((messages, message) -> over.contains(messages.transport(message))
                ? messages.port(end.key(messages, message))
                : Column.NONE);
    }

    private static Field field(String name, FieldKind kind, String description, FieldSlice... portions) {
        return Field.of(name, kind, description, List.of(portions));
    }

    private static Reader address(ValueDependency end, FieldKind kind) {
        return (row, values) -> {
            Endpoint endpoint = endpoint(row, end);
            boolean isIpv4 = endpoint.address() instanceof Inet4Address;
            if (isIpv4 == (kind == FieldKind.IPV4)) {
                byte[] address = endpoint.address().getAddress();
                values.octets(address, 0, address.length);
            }
        };
    }

    private static Endpoint endpoint(Row row, ValueDependency end) {
        return row.messages().endpoint(end.key(row.messages(), row.message()));
    }
}
