package org.sipsleuth.find;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.dialog.leg.fact.Keys;
import org.sipsleuth.dialog.leg.fact.Party;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;
import org.sipsleuth.sip.field.Via;

/// Reads the users and hosts that messages name: those of the Request-URI, From, To, Contact and the
/// fields that assert or divert a caller, of Via, and of the connections of session descriptions.
///
/// A value that was read before, which nearly all were, is not taken apart again. Used by one thread.
final class NamedValues {

    private static final int CACHED = 1 << 13;
    private static final int FIRST_BYTES = 1 << 12;
    private static final int LONGEST_VALUE = 4096;

    /// How a value is written.
    private enum Form {
        URI, ADDRESSES, VIA, CONNECTION
    }

    private static final Map<HeaderName, Form> FORMS =
            new EnumMap<>(Map.of(HeaderName.CONTACT, Form.ADDRESSES, HeaderName.P_ASSERTED_IDENTITY, Form.ADDRESSES,
                    HeaderName.P_PREFERRED_IDENTITY, Form.ADDRESSES, HeaderName.REMOTE_PARTY_ID, Form.ADDRESSES,
                    HeaderName.DIVERSION, Form.ADDRESSES, HeaderName.VIA, Form.VIA));

    private final Keys keys;
    private final KeyedHash hash = KeyedHash.random();
    private final SipLayout layout = new SipLayout();
    private final long[] known = new long[CACHED];
    private final @Nullable List<?>[] values = new List<?>[CACHED];
    private boolean isOnlyNew;
    private byte[] buffer = new byte[FIRST_BYTES];

    /// @param keys of names that are no telephone numbers
    NamedValues(Keys keys) {
        this.keys = keys;
    }

    /// Reads those of a message that were not read just before, and some of those.
    void readNew(SipIndex index, int message, Consumer<NamedValue> sink) {
        isOnlyNew = true;
        read(index, message, sink);
        isOnlyNew = false;
    }

    /// Reads those of a message.
    ///
    /// @param sink gets each of them, some more than once
    void read(SipIndex index, int message, Consumer<NamedValue> sink) {
        int length = index.copy(message, buffer);
        if (length > buffer.length) {
            buffer = new byte[length];
            index.copy(message, buffer);
        }
        if (!SipParser.parse(buffer, 0, length, index.messages().isCut(message), layout)) {
            return;
        }
        part(Part.REQUEST_URI, sink);
        part(Part.FROM_URI, sink);
        part(Part.TO_URI, sink);
        for (int i = 0; i < layout.fieldCount(); i++) {
            HeaderName name = layout.fieldName(i);
            Form form = name == null ? null : FORMS.get(name);
            if (form != null) {
                value(form, layout.valueFrom(i), layout.valueTo(i), sink);
            }
        }
        if (layout.has(Part.SDP)) {
            connections(layout.from(Part.SDP), layout.to(Part.SDP), sink);
        }
    }

    private void part(Part part, Consumer<NamedValue> sink) {
        if (layout.has(part)) {
            value(Form.URI, layout.from(part), layout.to(part), sink);
        }
    }

    private void connections(int from, int to, Consumer<NamedValue> sink) {
        int line = from;
        for (int p = from; p <= to; p++) {
            if (p == to || buffer[p] == '\n' || buffer[p] == '\r') {
                if (p - line > 2 && buffer[line] == 'c' && buffer[line + 1] == '=') {
                    value(Form.CONNECTION, line + 2, p, sink);
                }
                line = p + 1;
            }
        }
    }

    private void value(Form form, int from, int to, Consumer<NamedValue> sink) {
        int end = Math.min(to, from + LONGEST_VALUE);
        if (form == Form.VIA) { // its parameters differ in each transaction
            int semicolon = from;
            while (semicolon < end && buffer[semicolon] != ';' && buffer[semicolon] != ',') {
                semicolon++;
            }
            end = semicolon < end && buffer[semicolon] == ',' ? end : semicolon;
        }
        long key = hash.hash(buffer, from, end) + form.name().charAt(0);
        int slot = (int) (key & (CACHED - 1));
        List<?> cached = values[slot];
        boolean isNew = known[slot] != key || cached == null;
        List<?> read =
                cached == null || isNew ? parsed(form, new String(buffer, from, end - from, StandardCharsets.UTF_8))
                        : cached;
        known[slot] = key;
        values[slot] = read;
        if (isNew || !isOnlyNew) {
            read.forEach(each -> sink.accept((NamedValue) each));
        }
    }

    private List<NamedValue> parsed(Form form, String text) {
        return switch (form) {
            case URI -> SipUri.of(text).map(this::named).stream().toList();
            case ADDRESSES -> {
                List<NamedValue> found = new ArrayList<>();
                NameAddr.listOf(text).forEach(each -> each.sipUri().map(this::named).ifPresent(found::add));
                yield List.copyOf(found);
            }
            case VIA -> Via.listOf(text).stream().map(via -> host(via.host())).toList();
            case CONNECTION -> {
                String[] words = text.strip().split(" +", -1); // IN IP4 192.0.2.1/127 (RFC 8866 §5.7)
                yield words.length < 3 ? List.of() : List.of(host(words[2].split("/", 2)[0]));
            }
        };
    }

    private NamedValue named(SipUri uri) {
        boolean hasUser = uri.scheme().equals("tel") || !uri.host().isEmpty();
        return new NamedValue(hasUser ? Party.ofUser(uri.user(), keys) : Party.NOBODY, NamedValue.normal(uri.host()));
    }

    private static NamedValue host(String host) {
        return new NamedValue(Party.NOBODY, NamedValue.normal(host));
    }
}
