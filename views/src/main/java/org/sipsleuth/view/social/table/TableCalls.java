package org.sipsleuth.view.social.table;

import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.social.detection.SocialFlags;
import org.sipsleuth.call.record.CsvCalls;

/// The calls of a table, and who is flagged in them. Immutable.
public final class TableCalls {

    private final String name;
    private final CsvCalls calls;
    private final SocialFlags flags;

    /// @param name of the file
    public TableCalls(String name, CsvCalls calls, SocialFlags flags) {
        this.name = name;
        this.calls = calls;
        this.flags = flags;
    }

    /// The name of the file.
    public String name() {
        return name;
    }

    /// The calls, and what could not be read.
    public CsvCalls calls() {
        return calls;
    }

    /// Who is flagged.
    public SocialFlags flags() {
        return flags;
    }

    /// The rows for which a user is flagged.
    public Set<Integer> flaggedRows(String user) {
        return flags.callsOf(user).stream()
                .map(calls.records()::origin)
                .collect(Collectors.toUnmodifiableSet());
    }
}
