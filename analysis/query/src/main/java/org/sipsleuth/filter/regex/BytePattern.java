package org.sipsleuth.filter.regex;

import java.util.Arrays;
import java.util.BitSet;

/// A regular expression over bytes. Immutable; each thread searches with its own [#searcher].
///
/// Letters of ASCII match in any case unless the pattern says `(?-i)`. Bytes above ASCII are bytes,
/// no characters; both are Wireshark's ways.
public final class BytePattern {

    /// The longest pattern in bytes.
    public static final int MAX_BYTES = 10_000;

    private final Program program;
    private final int[] classOf = new int[ByteSets.BYTES];
    private final int classes;

    private BytePattern(Program program) {
        this.program = program;
        classes = classify();
    }

    /// Reads a pattern.
    ///
    /// @param pattern a character a byte (ISO 8859-1)
    /// @throws PatternException if it is not one, or cannot be run in linear time
    public static BytePattern of(String pattern) throws PatternException {
        if (pattern.length() > MAX_BYTES) {
            throw new PatternException("a pattern has at most " + MAX_BYTES + " bytes", MAX_BYTES);
        }
        return new BytePattern(new Program(new PatternParser(pattern, true).parse()));
    }

    /// Searches with this pattern, for one thread.
    public Searcher searcher() {
        return new Searcher(this);
    }

    /// Finds where its matches are, for one thread; slower than [#searcher].
    public PlaceFinder places() {
        return new PlaceFinder(this);
    }

    /// Whether it can match where no byte is, as `a*` does everywhere.
    public boolean matchesNothing() {
        return program.matchesNothing();
    }

    Program program() {
        return program;
    }

    /// How many classes of bytes there are that the pattern distinguishes.
    int classes() {
        return classes;
    }

    int classOf(int b) {
        return classOf[b];
    }

    /// Bytes that no step distinguishes share a class, so that the tables stay small.
    private int classify() {
        BitSet[] asked = program.sets().toArray(BitSet[]::new);
        BitSet words = ByteSets.ofEscape('w');
        boolean places = program.asksPlaces();
        int[] representative = new int[ByteSets.BYTES];
        int count = 0;
        for (int b = 0; b < ByteSets.BYTES; b++) {
            int found = -1;
            for (int c = 0; c < count && found < 0; c++) {
                int other = representative[c];
                boolean same = !places || (words.get(b) == words.get(other) && (b == '\n') == (other == '\n'));
                for (int i = 0; i < asked.length && same; i++) {
                    same = asked[i].get(b) == asked[i].get(other);
                }
                found = same ? c : -1;
            }
            if (found < 0) {
                representative[count] = b;
                found = count++;
            }
            classOf[b] = found;
        }
        return count;
    }

    @Override
    public String toString() {
        return "BytePattern" + Arrays.asList(program.size(), classes);
    }
}
