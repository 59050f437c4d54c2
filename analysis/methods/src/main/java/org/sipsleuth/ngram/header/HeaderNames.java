package org.sipsleuth.ngram.header;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

/// The names of the header fields of a message, each as often as it occurs, in alphabetical order:
/// a multiset, whatever the order in the message.
///
/// @param type the method of a request, the status code of a response
/// @param names as registered, compact forms written out; others in small letters
public record HeaderNames(String type, List<String> names) {

    /// Takes a copy.
    public HeaderNames {
        names = List.copyOf(names);
    }

    /// The names of a message; empty if it is no SIP message.
    public static Optional<HeaderNames> of(byte[] message) {
        SipLayout layout = new SipLayout();
        if (!SipParser.parse(message, 0, message.length, layout)) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(layout.fieldCount());
        for (int i = 0; i < layout.fieldCount(); i++) {
            names.add(name(layout, i, message));
        }
        Collections.sort(names);
        String type = layout.isRequest() ? layout.text(Part.METHOD, message) : Integer.toString(layout.statusCode());
        return Optional.of(new HeaderNames(type, names));
    }

    /// The name of a header field as models keep it.
    static String name(SipLayout layout, int field, byte[] message) {
        HeaderName known = layout.fieldName(field);
        int from = layout.fieldFrom(field);
        return known != null ? known.text()
                : new String(message, from, layout.nameTo(field) - from, StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
    }

    /// The names that these have more often than others, each as often as that.
    List<String> without(HeaderNames others) {
        List<String> more = new ArrayList<>(names);
        others.names.forEach(more::remove);
        return List.copyOf(more);
    }
}
