package org.sipsleuth.lab.question;

import java.nio.charset.StandardCharsets;
import org.sipsleuth.filter.regex.BytePattern;
import org.sipsleuth.filter.regex.PatternException;

/// A pattern that matches a text from its beginning to its end, or not at all. It takes time in
/// proportion to the text, whatever the pattern is.
public final class WholePattern {

    private final BytePattern pattern;

    private WholePattern(BytePattern pattern) {
        this.pattern = pattern;
    }

    /// Reads a pattern, of the same language as `matches` in filters.
    public static WholePattern of(String pattern) throws PatternException {
        return new WholePattern(BytePattern.of("^(?:" + pattern + ")$"));
    }

    /// Whether it matches all of a text.
    public boolean matches(String text) {
        byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
        return pattern.searcher().find(bytes, 0, bytes.length);
    }
}
