package org.sipsleuth.filter.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Reader;
import org.sipsleuth.filter.field.Row;
import org.sipsleuth.filter.field.ValueDependency;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.field.AddressScan;

/// The pieces of the addresses in header fields, and of the Request-URI.
final class AddressFields {

    private record Group(String prefix, String uri, HeaderName header) {}

    private static final List<Group> GROUPS = List.of(new Group("sip.from", "addr", HeaderName.FROM),
            new Group("sip.to", "addr", HeaderName.TO), new Group("sip.contact", "uri", HeaderName.CONTACT),
            new Group("sip.pai", "addr", HeaderName.P_ASSERTED_IDENTITY),
            new Group("sip.ppi", "addr", HeaderName.P_PREFERRED_IDENTITY),
            new Group("sip.Route", "uri", HeaderName.ROUTE),
            new Group("sip.Record-Route", "uri", HeaderName.RECORD_ROUTE),
            new Group("sip.Service-Route", "uri", HeaderName.SERVICE_ROUTE),
            new Group("sip.Path", "uri", HeaderName.PATH), new Group("sip.Refer-To", "uri", HeaderName.REFER_TO),
            new Group("sip.Referred-By", "uri", HeaderName.REFERRED_BY),
            new Group("sip.Diversion", "uri", HeaderName.DIVERSION),
            new Group("sip.History-Info", "uri", HeaderName.HISTORY_INFO),
            new Group("sip.Remote-Party-ID", "uri", HeaderName.REMOTE_PARTY_ID));

    /// The offsets of an address and its URI.
    private static final class Found {
        final byte[] buffer;
        final AddressScan address = new AddressScan();
        final UriScan uri = new UriScan();

        Found(byte[] buffer) {
            this.buffer = buffer;
        }
    }

    private AddressFields() {}

    static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        requestUri(fields);
        for (Group group : GROUPS) {
            String of = " of " + group.header().text();
            add(fields, group, "user", "the user" + of, AddressFields::user);
            add(fields, group, "host", "the host" + of, AddressFields::host);
            add(fields, group, "port", "the port, as text," + of, AddressFields::port);
            add(fields, group, group.uri(), "the URI" + of, AddressFields::uri);
            add(fields, group, "param", "the URI's parameters" + of, AddressFields::parameters);
            add(fields, group, "display.info", "the display name" + of, AddressFields::display);
            if (group.header() == HeaderName.FROM || group.header() == HeaderName.TO) {
                add(fields, group, "tag", "the tag" + of, AddressFields::tag);
            }
        }
        fields.add(text("sip.tag", "the tags of From and To", (row, values) -> {
            each(row, HeaderName.FROM, values, AddressFields::tag);
            each(row, HeaderName.TO, values, AddressFields::tag);
        }));
        return fields;
    }

    private static void requestUri(List<Field> fields) {
        fields.add(requestUri("user", "the user", AddressFields::user));
        fields.add(requestUri("host", "the host", AddressFields::host));
        fields.add(requestUri("port", "the port, as text,", AddressFields::port));
        fields.add(requestUri("param", "the parameters", AddressFields::parameters));
    }

    private static Field requestUri(String piece, String what, BiConsumer<Found, Values> reader) {
        return text("sip.r-uri." + piece, what + " of the Request-URI", (row, values) -> {
            SipLayout layout = row.layout();
            if (layout.has(Part.REQUEST_URI)) {
                Found found = new Found(row.buffer());
                found.uri.read(row.buffer(), layout.from(Part.REQUEST_URI), layout.to(Part.REQUEST_URI));
                reader.accept(found, values);
            }
        });
    }

    private static void add(List<Field> fields, Group group, String piece, String description,
            BiConsumer<Found, Values> reader) {
        fields.add(text(group.prefix() + "." + piece, description,
                (row, values) -> each(row, group.header(), values, reader)));
    }

    private static Field text(String name, String description, Reader reader) {
        return Field.of(name, FieldKind.TEXT, description, ValueDependency.TEXT, reader);
    }

    private static void each(Row row, HeaderName header, Values values, BiConsumer<Found, Values> reader) {
        SipLayout layout = row.layout();
        Found found = null;
        boolean single = header == HeaderName.FROM || header == HeaderName.TO;
        for (int i = 0; i < layout.fieldCount(); i++) {
            if (layout.fieldName(i) != header) {
                continue;
            }
            found = found == null ? new Found(row.buffer()) : found;
            int p = layout.valueFrom(i);
            while (p < layout.valueTo(i)) {
                found.address.read(found.buffer, p, layout.valueTo(i), !single);
                found.uri.read(found.buffer, found.address.uriFrom, found.address.uriTo);
                reader.accept(found, values);
                p = Math.max(found.address.end, p) + 1;
            }
        }
    }

    private static void piece(Found found, int from, int to, Values values) {
        if (from >= 0 && from < to) {
            values.octets(found.buffer, from, to);
        }
    }

    private static void user(Found found, Values values) {
        piece(found, found.uri.userFrom, found.uri.userTo, values);
    }

    private static void host(Found found, Values values) {
        piece(found, found.uri.hostFrom, found.uri.hostTo, values);
    }

    private static void port(Found found, Values values) {
        piece(found, found.uri.portFrom, found.uri.portTo, values);
    }

    private static void parameters(Found found, Values values) {
        piece(found, found.uri.parametersFrom, found.uri.parametersTo, values);
    }

    private static void uri(Found found, Values values) {
        piece(found, found.address.uriFrom, found.address.uriTo, values);
    }

    private static void display(Found found, Values values) {
        piece(found, found.address.displayFrom, found.address.displayTo, values);
    }

    private static void tag(Found found, Values values) {
        piece(found, found.address.tagFrom, found.address.tagTo, values);
    }
}
