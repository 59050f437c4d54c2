package org.sipsleuth.export.anonymize.message;

import java.util.Optional;
import org.sipsleuth.sip.HeaderName;

/// Replaces what is somebody's in the header of a message, or of a part of a body. What is wrong
/// with its lines stays wrong.
final class HeaderText {

    private final Words words;
    private final FieldText fields;
    private final boolean keepNames;

    /// @param keepNames whether names of header fields are kept that nobody knows
    HeaderText(Words words, FieldText fields, boolean keepNames) {
        this.words = words;
        this.fields = fields;
        this.keepNames = keepNames;
    }

    /// Where the header that begins at a place ends: after its empty line, or with the text.
    static int end(String text, int from) {
        int p = from;
        while (p < text.length()) {
            int lineEnd = Lines.end(text, p);
            int next = Lines.after(text, lineEnd);
            if (lineEnd == p) {
                return next;
            }
            p = next;
        }
        return text.length();
    }

    /// Replaces in a header.
    ///
    /// @param length maps the Content-Length of the message to that of the copy
    String of(String header, Length length) {
        StringBuilder out = new StringBuilder(header.length() + 256);
        int p = 0;
        while (p < header.length()) {
            int to = Lines.end(header, p);
            int next = Lines.after(header, to);
            while (next < header.length() && to > p && isFold(header.charAt(next))) {
                to = Lines.end(header, next);
                next = Lines.after(header, to);
            }
            out.append(field(header.substring(p, to), length)).append(header, to, next);
            p = next;
        }
        return out.toString();
    }

    private static boolean isFold(char c) {
        return c == ' ' || c == '\t';
    }

    private String field(String line, Length length) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return words.of(line);
        }
        int nameTo = colon;
        while (nameTo > 0 && isFold(line.charAt(nameTo - 1))) {
            nameTo--;
        }
        int value = colon + 1;
        while (value < line.length() && line.charAt(value) <= ' ') {
            value++;
        }
        int to = line.length();
        while (to > value && line.charAt(to - 1) <= ' ') {
            to--;
        }
        String name = line.substring(0, nameTo);
        Optional<HeaderName> known = HeaderName.of(name);
        String text = line.substring(value, to);
        FieldKind kind = FieldKind.of(known);
        boolean isLength = kind == FieldKind.LENGTH && Numbers.hasAtMost(9, text);
        return name(name, known) + line.substring(nameTo, value) + (isLength ? length.of(text) : fields.of(text, kind))
                + line.substring(to);
    }

    /// A name that nobody knows can be a maker's or an owner's. Its pseudonym is no known one.
    private String name(String name, Optional<HeaderName> known) {
        if (keepNames || known.isPresent() || Vocabulary.SHIPPED.isExtension(name)) {
            return name;
        }
        String replaced = name;
        do {
            boolean prefixed = name.regionMatches(true, 0, "X-", 0, 2);
            String prefix = prefixed ? replaced.substring(0, 2) : "";
            replaced = prefix + words.of(replaced.substring(prefix.length()));
        } while (HeaderName.of(replaced).isPresent());
        return replaced;
    }

    /// The Content-Length of the copy.
    interface Length {
        /// The Content-Length of the copy.
        ///
        /// @param original the Content-Length of the message, digits
        String of(String original);
    }
}
