package org.sipsleuth.export.anonymize.message;

import java.net.InetAddress;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.IpText;
import org.sipsleuth.export.anonymize.pseudonym.Pseudonyms;

/// Replaces the words of a text; the characters between them are kept. IP addresses are recognised
/// by their syntax.
///
/// Texts have one character a byte (ISO 8859-1).
final class Words {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern PAIRS = Pattern.compile("\\p{XDigit}{2}(?::\\p{XDigit}{2}){3,}+");
    private static final String MARKS = "-._~!*'+`";
    private static final int LONGEST_IPV6 = 45;
    private static final int MOST_OCTET = 255;
    private static final int ESCAPE_CHARS = 3;

    private final Pseudonyms pseudonyms;

    Words(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /// Replaces all words.
    String of(String text) {
        return of(text, _ -> false);
    }

    /// Replaces all words but those that may stay.
    String of(String text, Predicate<String> stays) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int p = 0;
        int colonsTriedTo = 0;
        while (p < text.length()) {
            char c = text.charAt(p);
            if (p >= colonsTriedTo && (isHex(c) || c == ':')) {
                colonsTriedTo = colonRunEnd(text, p);
                String run = text.substring(p, colonsTriedTo);
                String replaced = withColons(run);
                if (replaced != null && !beginsWord(text, colonsTriedTo)) {
                    out.append(replaced);
                    p = colonsTriedTo;
                    continue;
                }
            }
            if (beginsWord(text, p)) {
                p = word(text, p, stays, out);
            } else {
                out.append(c);
                p++;
            }
        }
        return out.toString();
    }

    private static int colonRunEnd(String text, int from) {
        int p = from;
        while (p < text.length() && isInColonRun(text.charAt(p))) {
            p++;
        }
        return p;
    }

    private static boolean isInColonRun(char c) {
        return isHex(c) || c == ':' || c == '.';
    }

    /// An IPv6 address, or pairs of hexadecimal digits; null if it is neither.
    private @Nullable String withColons(String run) {
        int first = run.indexOf(':');
        if (first < 0 || run.indexOf(':', first + 1) < 0) {
            return null;
        }
        if (PAIRS.matcher(run).matches()) {
            String joined = pseudonyms.word(run.replace(":", ""));
            StringBuilder pairs = new StringBuilder(joined);
            for (int i = joined.length() - 2; i > 0; i -= 2) {
                pairs.insert(i, ':');
            }
            return pairs.toString();
        }
        return run.length() <= LONGEST_IPV6 ? ipv6(run) : null;
    }

    private @Nullable String ipv6(String text) {
        try {
            byte[] address = InetAddress.ofLiteral(text).getAddress();
            String mapped = IpText.of(pseudonyms.address(address));
            return address.length == Integer.BYTES ? "::ffff:" + mapped : mapped;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private int word(String text, int from, Predicate<String> stays, StringBuilder out) {
        StringBuilder plain = new StringBuilder();
        StringBuilder escaped = new StringBuilder(); // of each character, whether it was
        int p = from;
        while (p < text.length() && (beginsWord(text, p) || isMark(text.charAt(p)))) {
            boolean isEscape = text.charAt(p) == '%';
            plain.append(isEscape ? decoded(text, p) : text.charAt(p));
            escaped.append(isEscape ? '%' : ' ');
            p += isEscape ? ESCAPE_CHARS : 1;
        }
        int end = plain.length();
        while (isMark(plain.charAt(end - 1)) && escaped.charAt(end - 1) == ' ') {
            end--;
        }
        String word = plain.substring(0, end);
        append(stays.test(word) ? word : replaced(word), plain, escaped, out);
        out.append(plain, end, plain.length());
        return p;
    }

    /// Characters that were escaped are so again, and those beyond ASCII where none was not.
    private static void append(String word, StringBuilder plain, StringBuilder escaped, StringBuilder out) {
        boolean isRaw = false;
        for (int i = 0; i < plain.length(); i++) {
            isRaw |= plain.charAt(i) >= 0x80 && escaped.charAt(i) == ' ';
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean wasEscaped = i < escaped.length() && escaped.charAt(i) == '%';
            if (c < 0x80 ? wasEscaped : !isRaw) {
                out.append('%').append("%02X".formatted((int) c));
            } else {
                out.append(c);
            }
        }
    }

    private String replaced(String word) {
        if (IPV4.matcher(word).matches()) {
            String[] octets = word.split("\\.", -1);
            byte[] address = new byte[Integer.BYTES];
            boolean valid = true;
            for (int i = 0; i < address.length; i++) {
                int octet = Integer.parseInt(octets[i]);
                valid &= octet <= MOST_OCTET;
                address[i] = (byte) octet;
            }
            if (valid) {
                return IpText.of(pseudonyms.address(address));
            }
        }
        return pseudonyms.word(word);
    }

    private static boolean beginsWord(String text, int p) {
        if (p >= text.length()) {
            return false;
        }
        char c = text.charAt(p);
        return isLetterOrDigit(c) || c >= 0x80 || (c == '%' && isLetterOrDigit(decoded(text, p)));
    }

    /// The character that an escape at a place stands for, or the one there if it is none.
    private static char decoded(String text, int p) {
        if (p + ESCAPE_CHARS > text.length() || !isHex(text.charAt(p + 1)) || !isHex(text.charAt(p + 2))) {
            return text.charAt(p);
        }
        return (char) Integer.parseInt(text, p + 1, p + ESCAPE_CHARS, 16);
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    }

    private static boolean isMark(char c) {
        return MARKS.indexOf(c) >= 0;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
