package org.sipsleuth.filter.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Reader;
import org.sipsleuth.filter.field.Row;
import org.sipsleuth.filter.field.ValueDependency;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.text.FileName;

/// The frame that completes a message, and the protocols around it.
final class FrameFields {

    /// A protocol by Wireshark's name, and the layers that are it.
    private record Protocol(String name, Set<String> layers, String description) {}

    private static final List<Protocol> PROTOCOLS =
            List.of(protocol("udp", "UDP"), protocol("tcp", "TCP"), protocol("sctp", "SCTP"), protocol("tls", "TLS"),
                    protocol("websocket", "WebSocket"), protocol("ip", "IPv4"), protocol("ipv6", "IPv6"),
                    protocol("eth", "Ethernet"), new Protocol("vlan", Set.of("802.1Q", "802.1ad"), "carried in a VLAN"),
                    new Protocol("sll", Set.of("Linux cooked"), "captured as Linux cooked frames"),
                    protocol("mpls", "MPLS"), protocol("gre", "GRE"), protocol("gtp", "GTP-U"),
                    protocol("vxlan", "VXLAN"), protocol("geneve", "Geneve"), protocol("pppoes", "PPPoE"),
                    protocol("ppp", "PPP"), protocol("l2tp", "L2TP"), protocol("esp", "ESP"), protocol("ah", "AH"),
                    protocol("wlan", "802.11"), new Protocol("hep", Set.of("HEP1/2", "HEP3"), "carried in HEP"));

    private FrameFields() {}

    static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.column("frame.number", FieldKind.WHOLE, "number of the frame that completes the message",
                (messages, message) -> messages.frame(message)));
        fields.add(Field.column("frame.time", FieldKind.MOMENT, "capture time of the message",
                (messages, message) -> messages.capturedAtNanos(message)));
        fields.add(Field.column("frame.time_epoch", FieldKind.SPAN, "capture time in seconds since 1970",
                (messages, message) -> messages.capturedAtNanos(message)));
        fields.add(Field.of("frame.time_relative", FieldKind.SPAN, "seconds since the first frame of its file",
                ValueDependency.ROW, FrameFields::sinceBegin));
        fields.add(Field.of("frame.file", FieldKind.TEXT, "name of its file", ValueDependency.FILE, (row, values) -> {
            int file = row.messages().file(row.message());
            values.text(FileName.last(row.index().files().get(file).path()));
        }));
        fields.add(
                label("frame", "every message is in a frame", ValueDependency.TYPE, (row, values) -> values.whole(1)));
        for (Protocol protocol : PROTOCOLS) {
            fields.add(label(protocol.name(), protocol.description(), ValueDependency.WAY, (row, values) -> {
                if (row.messages().layers(row.message()).stream().anyMatch(protocol.layers()::contains)) {
                    values.whole(1);
                }
            }));
        }
        return fields;
    }

    private static Field label(String name, String description, ValueDependency basis, Reader reader) {
        return Field.of(name, FieldKind.LABEL, description, basis, reader);
    }

    private static Protocol protocol(String name, String layer) {
        return new Protocol(name, Set.of(layer), "carried over " + layer);
    }

    private static void sinceBegin(Row row, Values values) {
        int file = row.messages().file(row.message());
        long begin = row.index().files().get(file).beginNanos();
        values.whole(row.messages().capturedAtNanos(row.message()) - begin);
    }
}
