package org.sipsleuth.view.social.table;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.call.record.CsvCalls;
import org.sipsleuth.social.detection.SocialFlags;
import org.sipsleuth.text.FileName;

/// The calls of a table. Immutable.
public final class TableCalls {

    private final Path file;
    private final CsvCalls calls;
    private final Map<String, String> dialled;

    /// @param file the table
    /// @param dialled the numbers that pseudonyms stand for; none where names are shown
    TableCalls(Path file, CsvCalls calls, Map<String, String> dialled) {
        this.file = file;
        this.calls = calls;
        this.dialled = Map.copyOf(dialled);
    }

    /// The number that was dialled, also where a pseudonym is shown instead.
    public String dialled(String shown) {
        return dialled.getOrDefault(shown, shown);
    }

    /// The name of the file.
    public String name() {
        return FileName.last(file);
    }

    /// The file.
    Path file() {
        return file;
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
