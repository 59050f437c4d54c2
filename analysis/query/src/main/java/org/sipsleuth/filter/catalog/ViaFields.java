package org.sipsleuth.filter.catalog;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Row;
import org.sipsleuth.filter.field.ValueDependency;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.field.ParameterScan;
import org.sipsleuth.sip.field.ViaScan;

/// The pieces of all values of Via.
final class ViaFields {

    private static final int MAX_PORT = 65_535;

    private static final List<String> PARAMETERS = List.of("branch", "received", "rport", "maddr", "ttl", "comp",
            "sigcomp-id", "oc", "oc_validity", "oc_seq", "oc_algo", "be-route");

    /// Reads a piece of one value.
    private interface Piece {
        void read(byte[] buffer, ViaScan via, Values values);
    }

    private ViaFields() {}

    static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(field("transport", FieldKind.TEXT, "the transport",
                (a, via, values) -> piece(a, via.transportFrom, via.transportTo, values)));
        fields.add(field("sent-by.address", FieldKind.TEXT, "the host of sent-by",
                (a, via, values) -> piece(a, via.hostFrom, via.hostTo, values)));
        fields.add(field("sent-by.port", FieldKind.WHOLE, "the port of sent-by", (a, via, values) -> {
            long port = HeaderFields.number(a, via.portFrom, via.portTo);
            if (via.portFrom >= 0 && port >= 0 && port <= MAX_PORT) {
                values.whole(port);
            }
        }));
        for (String parameter : PARAMETERS) {
            fields.add(field(parameter.replace("be-route", "be_route"), FieldKind.TEXT, "the parameter " + parameter,
                    (a, via, values) -> parameter(a, via, parameter, values)));
        }
        return fields;
    }

    private static Field field(String piece, FieldKind kind, String what, Piece reader) {
        return Field.of("sip.Via." + piece, kind, what + " of Via", ValueDependency.TEXT,
                (row, values) -> each(row, values, reader));
    }

    private static void each(Row row, Values values, Piece piece) {
        byte[] buffer = row.buffer();
        SipLayout layout = row.layout();
        ViaScan via = new ViaScan();
        for (int i = 0; i < layout.fieldCount(); i++) {
            if (layout.fieldName(i) == HeaderName.VIA) {
                int p = layout.valueFrom(i);
                while (p < layout.valueTo(i)) {
                    via.read(buffer, p, layout.valueTo(i));
                    piece.read(buffer, via, values);
                    p = Math.max(via.end, p) + 1;
                }
            }
        }
    }

    private static void piece(byte[] a, int from, int to, Values values) {
        if (from >= 0 && from < to) {
            values.octets(a, from, to);
        }
    }

    /// The value of a parameter; its name where it has none, as Wireshark has it.
    private static void parameter(byte[] a, ViaScan via, String name, Values values) {
        ParameterScan scan = new ParameterScan();
        scan.begin(via.parametersFrom);
        while (scan.next(a, via.end)) {
            if (scan.isNamed(a, name.replace('_', '-'))) {
                if (scan.valueFrom >= 0) {
                    piece(a, scan.valueFrom, scan.valueTo, values);
                } else {
                    piece(a, scan.nameFrom, scan.nameTo, values);
                }
            }
        }
    }
}
