package org.sipsleuth.sip.field;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The components of a URI, as RFC 3261 §19.1 defines them for `sip` and `sips` and RFC 3966
/// for `tel`. Of any other scheme only the scheme and, as user, the rest are reported.
///
/// @param scheme in lower case
/// @param user the user without password, as written, escapes kept; a `tel` URI's number; or
/// empty
/// @param host as written, an IPv6 reference with its brackets; or empty
/// @param port the port, or -1 if none is written
/// @param parameters the URI's own, names in lower case, in their order
/// @param headers the part after the `?`, or empty
public record SipUri(String scheme, String user, String host, int port, Map<String, String> parameters,
        String headers) {

    private static final int MAX_PORT = 65_535;

    /// Reads a URI; empty if the text has no scheme.
    public static Optional<SipUri> of(String uri) {
        Text text = new Text(uri);
        int colon = SipGrammar.schemeEnd(text.bytes(), 0, text.length());
        if (colon < 0) {
            return Optional.empty();
        }
        String scheme = text.part(0, colon).toLowerCase(Locale.ROOT);
        return Optional.of(switch (scheme) {
            case "sip", "sips" -> sip(scheme, text, colon + 1);
            case "tel" -> tel(scheme, text, colon + 1);
            default -> {
                String rest = text.part(colon + 1, text.length());
                yield new SipUri(scheme, rest, "", -1, Map.of(), "");
            }
        });
    }

    private static SipUri sip(String scheme, Text text, int from) {
        byte[] a = text.bytes();
        int host = from;
        for (int p = from; p < a.length && (host == from); p++) {
            host = a[p] == '@' ? p + 1 : host;
        }
        int userTo = Math.max(from, host - 1);
        int password = find(a, ':', from, userTo);
        int hostTo = host;
        if (host < a.length && a[host] == '[') {
            hostTo = Math.min(a.length, find(a, ']', host, a.length) + 1);
        }
        while (hostTo < a.length && a[hostTo] != ':' && a[hostTo] != ';' && a[hostTo] != '?') {
            hostTo++;
        }
        int portTo = hostTo;
        while (portTo < a.length && a[portTo] != ';' && a[portTo] != '?') {
            portTo++;
        }
        long port = SipGrammar.number(a, Math.min(hostTo + 1, portTo), portTo);
        int question = find(a, '?', portTo, a.length);
        return new SipUri(scheme, text.part(from, password), text.part(host, hostTo), port > MAX_PORT ? -1 : (int) port,
                parameters(text, portTo, question), text.part(Math.min(question + 1, a.length), a.length));
    }

    private static SipUri tel(String scheme, Text text, int from) {
        int numberTo = find(text.bytes(), ';', from, text.length());
        Map<String, String> parameters = parameters(text, numberTo, text.length());
        return new SipUri(scheme, text.part(from, numberTo), "", -1, parameters, "");
    }

    private static Map<String, String> parameters(Text text, int from, int to) {
        return Parameters.read(new Text(text.part(from, to)), 0);
    }

    /// Where the character stands first in the range, or its end.
    private static int find(byte[] a, char c, int from, int to) {
        int p = from;
        while (p < to && a[p] != c) {
            p++;
        }
        return p;
    }
}
