package org.sipsleuth.casefile.store;

import java.util.Locale;

/// An entry of the log: one change of one row, or an event, chained to the entry before it.
///
/// @param number from 1, without gaps
/// @param at when, in ISO 8601
/// @param who the analyst
/// @param program the program with its version
/// @param action what was done, see [Action]
/// @param target the table, or what happened
/// @param content canonical JSON of the row that was put, of the key of the row that was removed,
///     or of the facts of an event
/// @param previous the hash of the entry before; of the first entry [#FIRST]
/// @param hash the SHA-256 of all others
public record LogEntry(long number, String at, String who, String program, String action, String target, String content,
        String previous, String hash) {

    /// What stands in place of the hash before the first entry.
    public static final String FIRST = "0".repeat(64);

    /// What an entry does.
    enum Action {
        PUT, REMOVE, EVENT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static LogEntry after(LogEntry last, Author author, String at, Action action, String target, String content) {
        return new LogEntry(last.number + 1, at, author.name(), author.program(), action.word(), target, content,
                last.hash, "").hashed();
    }

    /// What comes before the first entry.
    static LogEntry none() {
        return new LogEntry(0, "", "", "", "", "", "", "", FIRST);
    }

    private LogEntry hashed() {
        return new LogEntry(number, at, who, program, action, target, content, previous, computedHash());
    }

    /// The hash that it must have: of its fields in UTF-8, the previous hash first, each ended by a
    /// line feed. No field has one in it.
    public String computedHash() {
        return Sha256
                .of(String.join("\n", previous, Long.toString(number), at, who, program, action, target, content, ""));
    }
}
