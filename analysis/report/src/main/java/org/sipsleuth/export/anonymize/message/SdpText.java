package org.sipsleuth.export.anonymize.message;

import java.util.function.Predicate;
import org.sipsleuth.export.anonymize.pseudonym.Pseudonyms;

/// Replaces what is somebody's in a session description (RFC 8866): origins, addresses, names,
/// contacts and keys. Media, codecs and ports stay.
final class SdpText {

    private static final int MOST_VERSION = 1_000_000;
    private static final int MOST_DIFFERENCE = 1 << 20;
    private static final int LONG_DIGITS = 18;
    private static final int TIME_DIGITS = 10;
    private static final int FORMAT_DIGITS = 3;
    private static final String TIMES = "\\d{1,10}[dhms]?";

    private final Words words;
    private final FieldText fields;
    private final AttributeText attributes;
    private final Predicate<String> ofSdp = Vocabulary.SHIPPED::isSdp;

    SdpText(Words words, FieldText fields, Pseudonyms pseudonyms) {
        this.words = words;
        this.fields = fields;
        this.attributes = new AttributeText(words, fields, pseudonyms);
    }

    /// Replaces in a session description; its lines end as they did.
    String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        Lines.each(text, (line, end) -> out.append(line(line)).append(end));
        return out.toString();
    }

    private String line(String line) {
        if (line.length() < 2 || line.charAt(1) != '=') {
            return words.of(line);
        }
        String value = line.substring(2);
        return line.substring(0, 2) + switch (line.charAt(0)) {
            case 'v' -> Numbers.hasAtMost(2, value) ? value : words.of(value);
            case 'o' -> origin(value);
            case 's', 'i' -> fields.text(value);
            case 'u' -> fields.uri(value);
            case 'c' -> connection(value);
            case 'b' -> words.of(value, w -> ofSdp.test(w) || Numbers.isCount(w));
            case 't' -> words.of(value, w -> Numbers.hasAtMost(TIME_DIGITS, w));
            case 'r', 'z' -> words.of(value, w -> w.matches(TIMES));
            case 'k' -> key(value);
            case 'm' -> medium(value);
            case 'a' -> attributes.of(value);
            default -> words.of(value);
        };
    }

    /// `<user> <session> <version> IN IP4 <address>`
    private String origin(String value) {
        String[] pieces = value.split(" ", -1);
        StringBuilder out = new StringBuilder(value.length() + 16);
        for (int i = 0; i < pieces.length; i++) {
            out.append(i > 0 ? " " : "");
            boolean isVersion = i == 2;
            boolean isNetwork = (i == 3 || i == 4) && ofSdp.test(pieces[i]);
            out.append(isVersion ? version(pieces[1], pieces[2]) : isNetwork ? pieces[i] : words.of(pieces[i]));
        }
        return out.toString();
    }

    /// A version that counts stays; one that was counted on from the session's number, which is
    /// often a time, is counted on from that of the copy.
    private String version(String session, String version) {
        if (!Numbers.hasAtMost(LONG_DIGITS, version)) {
            return words.of(version);
        }
        long number = Long.parseLong(version);
        if (number < MOST_VERSION) {
            return version;
        }
        if (!Numbers.hasAtMost(LONG_DIGITS, session)) {
            return words.of(version);
        }
        long difference = number - Long.parseLong(session);
        long copied = Long.parseLong(words.of(session)) + difference;
        boolean counted = Math.abs(difference) < MOST_DIFFERENCE && copied >= 0;
        return counted ? Long.toString(copied) : words.of(version);
    }

    /// `IN IP4 <address>[/<ttl>[/<count>]]`
    private String connection(String value) {
        int slash = value.indexOf('/');
        int end = slash < 0 ? value.length() : slash;
        int address = value.lastIndexOf(' ', Math.max(0, end - 1)) + 1;
        return words.of(value.substring(0, address), ofSdp) + words.of(value.substring(address, end))
                + words.of(value.substring(end), w -> Numbers.hasAtMost(FORMAT_DIGITS, w));
    }

    /// `<method>:<key>`
    private String key(String value) {
        int colon = value.indexOf(':');
        int end = colon < 0 ? value.length() : colon;
        return words.of(value.substring(0, end), ofSdp) + words.of(value.substring(end));
    }

    /// `<media> <port>[/<count>] <protocol> <format> …`
    private String medium(String value) {
        return words.of(value, w -> ofSdp.test(w) || Numbers.isPort(w));
    }
}
