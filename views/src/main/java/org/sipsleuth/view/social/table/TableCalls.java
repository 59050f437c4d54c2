package org.sipsleuth.view.social.table;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.call.record.CsvCalls;
import org.sipsleuth.social.detection.SocialFlags;

/// The calls of a table. Immutable.
public final class TableCalls {

    private final String name;
    private final CsvCalls calls;
    private final Map<String, String> dialled;

    /// @param name of the file
    /// @param dialled the numbers that pseudonyms stand for; none where names are shown
    TableCalls(String name, CsvCalls calls, Map<String, String> dialled) {
        this.name = name;
        this.calls = calls;
        this.dialled = Map.copyOf(dialled);
    }

    /// The number that was dialled, also where a pseudonym is shown instead.
    public String dialled(String shown) {
        return dialled.getOrDefault(shown, shown);
    }

    /// The name of the file.
    public String name() {
        return name;
    }

    /// The calls, and what could not be read.
    public CsvCalls calls() {
        return calls;
    }

    /// The rows for which a user is flagged.
    ///
    /// @param flags those of the calls
    public Set<Integer> flaggedRows(String user, SocialFlags flags) {
        return flags.callsOf(user).stream().map(calls.records()::origin).collect(Collectors.toUnmodifiableSet());
    }
}
