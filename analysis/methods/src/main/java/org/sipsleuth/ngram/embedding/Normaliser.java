package org.sipsleuth.ngram.embedding;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

/// Replaces values by `*` that are new in each message, or in each network: in one message after
/// the other, on one thread.
///
/// Only values of the usual form are replaced: an overlong branch, or a user name with quotes in
/// it, stays in the message and counts.
final class Normaliser {

    private static final int MOST_NAME = 32;
    private static final String COOKIE = "z9hG4bK";
    private static final String TEXT = "text/plain";
    private static final String EXPIRES = "expires";

    private static final Set<HeaderName> IDENTIFIERS =
            EnumSet.of(HeaderName.CALL_ID, HeaderName.DATE, HeaderName.SESSION_ID, HeaderName.TIMESTAMP,
                    HeaderName.SIP_ETAG, HeaderName.SIP_IF_MATCH, HeaderName.SUPPRESS_IF_MATCH);
    private static final Set<HeaderName> NUMBERS =
            EnumSet.of(HeaderName.CSEQ, HeaderName.RACK, HeaderName.CONTENT_LENGTH);
    private static final Set<HeaderName> NAMES =
            EnumSet.of(HeaderName.USER_AGENT, HeaderName.SERVER, HeaderName.ORGANIZATION, HeaderName.SUBJECT);

    private static final Set<String> MESSAGE_PARAMETERS = Set.of("branch", "tag", "rport", "nonce", "cnonce",
            "response", "nc", "opaque", "nextnonce", "rspauth", "+sip.instance", "rinstance", "line", "icid-value",
            "to-tag", "from-tag", "remote", "call-id", "i", "stale-id");
    private static final Set<String> NETWORK_PARAMETERS =
            Set.of("realm", "username", "received", "maddr", "icid-generated-at", "orig-ioi", "term-ioi");

    private final Normalisation kind;
    private final boolean network;
    private final SipLayout layout = new SipLayout();
    private final ReplacedRanges ranges = new ReplacedRanges();
    private byte[] text = {};
    private boolean isSip;

    Normaliser(Normalisation kind) {
        this.kind = kind;
        network = kind == Normalisation.NETWORK;
    }

    /// A message as it is counted, with where each byte comes from.
    NormalisedText normalised(byte[] message) {
        return finds(message) ? ranges.replace(message) : NormalisedText.same(message);
    }

    /// The bytes only.
    byte[] bytes(byte[] message) {
        return finds(message) ? ranges.replaced(message) : message;
    }

    /// Where the parts of the message are that was read last; empty if it is no SIP message.
    Optional<SipLayout> layout() {
        return isSip ? Optional.of(layout) : Optional.empty();
    }

    /// Finds what is replaced.
    ///
    /// @return false if nothing is looked for
    private boolean finds(byte[] message) {
        text = message;
        isSip = SipParser.parse(text, 0, text.length, layout);
        if (!isSip || kind == Normalisation.NONE) {
            return false;
        }
        ranges.clear();
        if (network) {
            int first = layout.fieldCount() > 0 ? layout.fieldFrom(0) : layout.messageTo();
            uris(layout.messageFrom(), first);
        }
        for (int i = 0; i < layout.fieldCount(); i++) {
            field(layout.fieldName(i), layout.valueFrom(i), layout.valueTo(i));
        }
        int body = layout.from(Part.BODY);
        if (body >= 0 && isReadableText(body, layout.messageTo())) {
            ranges.add(body, layout.messageTo());
        } else if (body >= 0) {
            new SessionNormaliser(text, network, ranges).lines(body, layout.messageTo());
        }
        return true;
    }

    /// Whether the body is what a person wrote: a text without control characters.
    private boolean isReadableText(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean isEnd = text[i] == '\r' || text[i] == '\n' || text[i] == '\t';
            if (text[i] == 0x7f || (text[i] >= 0 && text[i] < ' ' && !isEnd)) {
                return false;
            }
        }
        for (int i = 0; i < layout.fieldCount(); i++) {
            if (layout.fieldName(i) == HeaderName.CONTENT_TYPE) {
                String type = new String(text, layout.valueFrom(i), layout.valueTo(i) - layout.valueFrom(i),
                        StandardCharsets.ISO_8859_1);
                return to > from && type.strip().regionMatches(true, 0, TEXT, 0, TEXT.length());
            }
        }
        return false;
    }

    private void field(@Nullable HeaderName name, int from, int to) {
        if (name == HeaderName.VIA) {
            sentBy(from, to);
        } else if (name != null) {
            if (IDENTIFIERS.contains(name)) {
                usual(from, to);
            } else if (NUMBERS.contains(name)) {
                numbers(from, to);
            } else if (NAMES.contains(name)) {
                named(from, to);
            }
        } else if (Usual.identifier(text, from, to)) {
            ranges.add(from, to);
        }
        parameters(from, to);
        if (network) {
            uris(from, to);
            displayName(from, to);
            addresses(from, to);
        }
    }

    private void usual(int from, int to) {
        if (Usual.value(text, from, to)) {
            ranges.add(from, to);
        }
    }

    private void named(int from, int to) {
        if (network && Usual.name(text, from, to)) {
            ranges.add(from, to);
        }
    }

    private void numbers(int from, int to) {
        int i = from;
        while (i < to) {
            int end = Usual.digitsTo(text, i, to);
            if (end > i && Usual.number(i, end)) {
                ranges.add(i, end);
            }
            i = Math.max(end, i + 1);
        }
    }

    /// The host and port of Via, behind the first white space.
    private void sentBy(int from, int to) {
        int host = from;
        while (host < to && text[host] != ' ' && text[host] != '\t') {
            host++;
        }
        while (host < to && (text[host] == ' ' || text[host] == '\t')) {
            host++;
        }
        hostPort(host, to);
    }

    private int hostPort(int from, int to) {
        int end = Usual.hostTo(text, from, to);
        if (network && end > from) {
            ranges.add(from, end);
        }
        if (end < to && text[end] == ':') {
            int port = Usual.digitsTo(text, end + 1, to);
            if (network && port > end + 1 && Usual.number(end + 1, port)) {
                ranges.add(end + 1, port);
            }
            return port;
        }
        return end;
    }

    /// Values of `name=value` whose names are known.
    private void parameters(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '=' && i > from) {
                int nameFrom = i;
                while (nameFrom > from && i - nameFrom <= MOST_NAME && isNameByte(text[nameFrom - 1])) {
                    nameFrom--;
                }
                int valueFrom = i + 1;
                int valueTo = valueFrom;
                if (valueFrom < to && text[valueFrom] == '"') {
                    valueFrom++;
                    valueTo = valueFrom;
                    while (valueTo < to && text[valueTo] != '"') {
                        valueTo++;
                    }
                } else {
                    while (valueTo < to && isValueByte(text[valueTo])) {
                        valueTo++;
                    }
                }
                parameter(
                        new String(text, nameFrom, i - nameFrom, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT),
                        valueFrom, valueTo);
            }
        }
    }

    private void parameter(String name, int from, int to) {
        int begin = from;
        if (name.equals("branch") && startsWith(COOKIE, from, to)) {
            begin += COOKIE.length();
        }
        if (MESSAGE_PARAMETERS.contains(name) || (network && NETWORK_PARAMETERS.contains(name))) {
            usual(begin, to);
        } else if (name.equals(EXPIRES)) {
            numbers(begin, to);
        }
    }

    private boolean startsWith(String start, int from, int to) {
        if (to - from < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if (text[from + i] != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// User, host and port of URIs.
    private void uris(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == ':' && isScheme(from, i)) {
                int at = i + 1;
                while (at < to && isUserByte(text[at])) {
                    at++;
                }
                int host = i + 1;
                if (at < to && text[at] == '@') {
                    if (Usual.name(text, i + 1, at)) {
                        ranges.add(i + 1, at);
                    }
                    host = at + 1;
                }
                i = Math.max(i, hostPort(host, to) - 1);
            }
        }
    }

    private boolean isScheme(int from, int colon) {
        return ends("sip", from, colon) || ends("sips", from, colon) || ends("tel", from, colon);
    }

    private boolean ends(String scheme, int from, int colon) {
        int begin = colon - scheme.length();
        if (begin < from || (begin > from && isNameByte(text[begin - 1]))) {
            return false;
        }
        for (int i = 0; i < scheme.length(); i++) {
            if ((text[begin + i] | 0x20) != scheme.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// What stands before an address in angle brackets.
    private void displayName(int from, int to) {
        for (int i = from; i < to && text[i] != ';'; i++) {
            if (text[i] == '<') {
                int begin = from;
                int end = i;
                while (end > begin && text[end - 1] == ' ') {
                    end--;
                }
                if (end - begin >= 2 && text[begin] == '"' && text[end - 1] == '"') {
                    begin++;
                    end--;
                }
                if (Usual.name(text, begin, end)) {
                    ranges.add(begin, end);
                }
                return;
            }
        }
    }

    /// IPv4 addresses anywhere, and IPv6 addresses in brackets.
    private void addresses(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '[') {
                int end = Usual.bracketsTo(text, i, to);
                if (end > i) {
                    ranges.add(i, end);
                    i = end - 1;
                }
            } else if (Usual.isDigit(text[i]) && (i == from || !isNameByte(text[i - 1]))) {
                int end = Usual.addressTo(text, i, to);
                if (end > i) {
                    ranges.add(i, end);
                    i = end;
                }
            }
        }
    }

    private static boolean isNameByte(byte b) {
        return Usual.isLetterOrDigit(b) || b == '-' || b == '.' || b == '_' || b == '+';
    }

    private static boolean isValueByte(byte b) {
        return b > ' ' && b != ';' && b != ',' && b != '>' && b != '?' && b != '&' && b != '"';
    }

    private static boolean isUserByte(byte b) {
        return b > ' ' && b != '@' && b != '>' && b != ',' && b != '"';
    }
}
