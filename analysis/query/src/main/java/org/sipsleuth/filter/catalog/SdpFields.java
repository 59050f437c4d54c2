package org.sipsleuth.filter.catalog;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Row;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.ValueDependency;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.sip.field.SipGrammar;

/// The lines of the session description (RFC 8866) in the body, and their pieces.
final class SdpFields {

    /// Which part of the description a line must be in.
    private enum Section {
        SESSION, MEDIUM, BOTH
    }

    /// Reads a piece of a line's value.
    private interface Piece {
        void read(byte[] a, int from, int to, Values values);
    }

    private static final long MAX_PORT = 65_535;

    private SdpFields() {}

    static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(
                Field.of("sdp", FieldKind.PROTOCOL, "the session description", ValueDependency.TEXT, (row, values) -> {
                    if (row.sdpFrom() >= 0) {
                        values.octets(row.buffer(), row.sdpFrom(), row.sdpTo());
                    }
                }));
        lines(fields);
        words(fields, "owner", 'o', "username sessionid version network_type address_type address");
        words(fields, "connection_info", 'c', "network_type address_type");
        words(fields, "time", 't', "start stop");
        fields.add(text("connection_info.address", 'c', Section.BOTH, SdpFields::address));
        fields.add(text("bandwidth.modifier", 'b', Section.BOTH, SdpFields::beforeColon));
        fields.add(text("bandwidth.value", 'b', Section.BOTH, SdpFields::afterColon));
        media(fields);
        attributes(fields);
        return fields;
    }

    private static void lines(List<Field> fields) {
        String[][] lines = {
            {"version", "v"},
            {"owner", "o"},
            {"session_name", "s"},
            {"uri", "u"},
            {"email", "e"},
            {"phone", "p"},
            {"connection_info", "c"},
            {"bandwidth", "b"},
            {"time", "t"},
            {"repeat_time", "r"},
            {"timezone", "z"},
            {"encryption_key", "k"},
            {"media", "m"}};
        for (String[] line : lines) {
            fields.add(text(line[0], line[1].charAt(0), Section.BOTH, SdpFields::whole));
        }
        fields.add(text("session_info", 'i', Section.SESSION, SdpFields::whole));
        fields.add(text("media_title", 'i', Section.MEDIUM, SdpFields::whole));
        fields.add(text("session_attr", 'a', Section.SESSION, SdpFields::whole));
        fields.add(text("media_attr", 'a', Section.MEDIUM, SdpFields::whole));
    }

    private static void words(List<Field> fields, String line, char letter, String names) {
        String[] words = names.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            int place = i;
            fields.add(text(line + "." + words[i], letter, Section.BOTH,
                    (a, from, to, values) -> word(a, from, to, place, values)));
        }
    }

    private static void media(List<Field> fields) {
        fields.add(text("media.media", 'm', Section.BOTH, (a, f, t, v) -> word(a, f, t, 0, v)));
        fields.add(Field.of("sdp.media.port", FieldKind.WHOLE, "the port of m=", ValueDependency.TEXT,
                (row, values) -> each(row, 'm', Section.BOTH, values, SdpFields::port)));
        fields.add(text("media.port_string", 'm', Section.BOTH, SdpFields::portText));
        fields.add(text("media.proto", 'm', Section.BOTH, (a, f, t, v) -> word(a, f, t, 2, v)));
        fields.add(text("media.format", 'm', Section.BOTH, SdpFields::formats));
    }

    private static void attributes(List<Field> fields) {
        fields.add(text("session_attr.field", 'a', Section.SESSION, SdpFields::attributeName));
        fields.add(text("session_attr.value", 'a', Section.SESSION, SdpFields::afterColon));
        fields.add(text("media_attribute.field", 'a', Section.MEDIUM, SdpFields::attributeName));
        fields.add(text("media_attribute.value", 'a', Section.MEDIUM, SdpFields::afterColon));
        fields.add(text("mime.type", 'a', Section.MEDIUM, (a, from, to, values) -> rtpmap(a, from, to, false, values)));
        fields.add(
                text("sample_rate", 'a', Section.MEDIUM, (a, from, to, values) -> rtpmap(a, from, to, true, values)));
    }

    private static Field text(String name, char letter, Section section, Piece piece) {
        String place = switch (section) {
            case SESSION -> " of the session";
            case MEDIUM -> " of a medium";
            case BOTH -> "";
        };
        String what = name.indexOf('.') < 0 ? "the line " : "a piece of the line ";
        return Field.of("sdp." + name, FieldKind.TEXT, what + letter + "=" + place, ValueDependency.TEXT,
                (row, values) -> each(row, letter, section, values, piece));
    }

    private static void each(Row row, char letter, Section section, Values values, Piece piece) {
        if (row.sdpFrom() < 0) {
            return;
        }
        byte[] a = row.buffer();
        int p = row.sdpFrom();
        boolean inMedium = false;
        while (p < row.sdpTo()) {
            int end = p;
            while (end < row.sdpTo() && a[end] != '\n' && a[end] != '\r') {
                end++;
            }
            if (end - p >= 2 && a[p + 1] == '=') {
                inMedium |= a[p] == 'm';
                boolean fits = section == Section.BOTH || inMedium == (section == Section.MEDIUM);
                if (a[p] == letter && fits) {
                    piece.read(a, p + 2, end, values);
                }
            }
            p = end + 1;
        }
    }

    private static void whole(byte[] a, int from, int to, Values values) {
        values.octets(a, from, to);
    }

    /// Adds the word at this place.
    ///
    /// @return whether there is one
    private static boolean word(byte[] a, int from, int to, int place, Values values) {
        int p = from;
        for (int i = 0; p < to; i++) {
            int end = p;
            while (end < to && a[end] != ' ') {
                end++;
            }
            if (i == place) {
                values.octets(a, p, end);
                return end > p;
            }
            p = end + 1;
        }
        return false;
    }

    private static void address(byte[] a, int from, int to, Values values) {
        Values words = new Values();
        if (word(a, from, to, 2, words) && words.get(0) instanceof Value.Octets address) {
            values.octets(a, address.from(), find(a, address.from(), address.to(), '/'));
        }
    }

    private static void port(byte[] a, int from, int to, Values values) {
        Values words = new Values();
        if (word(a, from, to, 1, words) && words.get(0) instanceof Value.Octets port) {
            long number = HeaderFields.number(a, port.from(), port.to());
            if (number >= 0 && number <= MAX_PORT) {
                values.whole(number);
            }
        }
    }

    private static void portText(byte[] a, int from, int to, Values values) {
        word(a, from, to, 1, values);
    }

    private static void formats(byte[] a, int from, int to, Values values) {
        int place = 3;
        while (word(a, from, to, place, values)) {
            place++;
        }
    }

    private static void beforeColon(byte[] a, int from, int to, Values values) {
        values.octets(a, from, find(a, from, to, ':'));
    }

    private static void afterColon(byte[] a, int from, int to, Values values) {
        int colon = find(a, from, to, ':');
        if (colon < to) {
            values.octets(a, colon + 1, to);
        }
    }

    /// The name of an attribute that has a value; others have none here, as in Wireshark.
    private static void attributeName(byte[] a, int from, int to, Values values) {
        if (find(a, from, to, ':') < to) {
            beforeColon(a, from, to, values);
        }
    }

    /// `rtpmap:0 PCMU/8000`: the encoding, or its rate.
    private static void rtpmap(byte[] a, int from, int to, boolean rate, Values values) {
        int colon = find(a, from, to, ':');
        if (!SipGrammar.isWord(a, from, colon, "rtpmap")) {
            return;
        }
        int name = find(a, colon, to, ' ') + 1;
        int slash = find(a, name, to, '/');
        if (!rate && name < slash) {
            values.octets(a, name, slash);
        } else if (rate && slash < to) {
            values.octets(a, slash + 1, find(a, slash + 1, to, '/'));
        }
    }

    private static int find(byte[] a, int from, int to, char c) {
        int p = Math.min(from, to);
        while (p < to && a[p] != c) {
            p++;
        }
        return p;
    }
}
