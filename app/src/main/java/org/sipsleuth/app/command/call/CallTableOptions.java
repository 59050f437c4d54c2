package org.sipsleuth.app.command.call;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.CharsetConverter;
import org.sipsleuth.app.command.input.DateOrderConverter;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.call.record.ColumnMeaning;
import org.sipsleuth.call.record.DateOrder;
import org.sipsleuth.call.record.UserNames;
import picocli.CommandLine.Option;

/// The options of commands that read tables of call records.
public final class CallTableOptions {

    @Option(names = "--csv-records",
            description = "the files are tables of call records, not captures") private boolean areTables;

    @Option(names = "--column", paramLabel = "WHAT=NAME",
            description = "the name or the number of a column of the tables; WHAT is caller, callee,"
                    + " start, duration (seconds) or answered; can be given several times") private Map<ColumnMeaning, String> columns =
                            Map.of();

    @Option(names = "--charset", paramLabel = "NAME", converter = CharsetConverter.class,
            description = "the character set of the tables, such as windows-1252, IBM850 or UTF-16LE"
                    + " (default: by the byte order mark, else UTF-8, else windows-1252"
                    + " where that is plausible)") private @Nullable Charset charset;

    @Option(names = "--date-order", paramLabel = "ORDER", converter = DateOrderConverter.class,
            description = "what stands first in dates of the tables such as 03/04/2024: dmy (day) or mdy"
                    + " (month) (default: by the dates that have one meaning only)") private @Nullable DateOrder dates;

    /// Whether the files are tables.
    public boolean areTables() {
        return areTables;
    }

    /// What is wrong with the options; empty if nothing is.
    public Optional<String> fault() {
        return areTables || (columns.isEmpty() && charset == null && dates == null) ? Optional.empty()
                : Optional.of("--column, --charset and --date-order are for tables (--csv-records)");
    }

    /// What reads the tables.
    ///
    /// @param names who is a user
    public CallTables tables(Terminal terminal, UserNames names) {
        return new CallTables(terminal, columns, Optional.ofNullable(charset), Optional.ofNullable(dates), names);
    }
}
