package org.sipsleuth.report.exchange;

import java.io.IOException;
import java.util.Optional;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.investigation.ReportSettings;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.report.rows.Format;

/// A format in which an investigation is written: all that command line, window and help know of it.
/// [InvestigationFormats] lists all of them.
public interface InvestigationFormat {

    /// The name as the user writes it: `jsonl`. Lower-case letters and digits.
    String word();

    /// The name as the menu of the window shows it: `JSON Lines`.
    String title();

    /// What the window proposes as the ending of a file's name: `.ecs.jsonl`. Empty if the window
    /// does not offer the format. A point with the word alone also selects the format on the command
    /// line.
    String ending();

    /// The same format for the listings of all commands; empty if they are not written so.
    default Optional<Format> rows() {
        return Optional.empty();
    }

    /// Whether it is a report that stands alone, with settings and verdicts.
    default boolean isReport() {
        return false;
    }

    /// Whether it has a place for what could not be judged.
    default boolean listsNotJudged() {
        return false;
    }

    /// Whether it has a place for the rules and methods that failed.
    ///
    /// @param settings of a report that stands alone
    default boolean listsFailed(ReportSettings settings) {
        return listsNotJudged();
    }

    /// Writes an investigation. The same investigation gives the same bytes, except for the time at
    /// which a report was made.
    ///
    /// @param request what is wanted of it
    /// @param to is flushed and not closed
    void write(Investigation investigation, ExchangeRequest request, Destination to) throws IOException;
}
