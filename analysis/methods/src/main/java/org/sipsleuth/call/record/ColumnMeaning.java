package org.sipsleuth.call.record;

import java.util.List;

/// What a column of a table of call records says.
public enum ColumnMeaning {
    /// Who calls.
    CALLER(
            "caller",
            List.of(
                    "caller",
                    "from",
                    "source",
                    "src",
                    "calling",
                    "caller_number",
                    "calling_number",
                    "a_number",
                    "originator"),
            List.of("clid")),
    /// Who is called.
    CALLEE(
            "callee",
            List.of(
                    "callee",
                    "to",
                    "destination",
                    "dst",
                    "called",
                    "receiver_number",
                    "called_number",
                    "b_number",
                    "receiver"),
            List.of()),
    /// When the call begins.
    START(
            "start",
            List.of("start", "start_time", "start_date", "begin", "calldate"),
            List.of("datetime", "timestamp", "time", "date")),
    /// How long they talk, in seconds.
    DURATION(
            "duration",
            List.of("talk_seconds", "billsec", "talk"),
            List.of(
                    "duration(seconds)",
                    "duration_seconds",
                    "call_duration_secs",
                    "duration",
                    "measure",
                    "seconds")),
    /// Whether it is answered: a SIP status, `yes`, `true`, `answered`, 1.
    ANSWERED(
            "answered",
            List.of("answered"),
            List.of("status", "disposition", "outcome", "result", "code"));

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> names;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> vagueNames;

    /// @param names columns with one of these names, in lower case, say it
    /// @param vagueNames so do these where no column has one of the others: `duration` may begin
    ///     with the ringing, `date` may be any, `clid` is a text beside the number
    ColumnMeaning(String word, List<String> names, List<String> vagueNames) {
        this.word = word;
        this.names = names;
        this.vagueNames = vagueNames;
    }

    /// The word for it, as options and messages name it.
    public String word() {
        return word;
    }

    /// Whether a table without such a column is of no use.
    public boolean isRequired() {
        return this == CALLER || this == CALLEE || this == START;
    }

    /// The names of columns that say it: those of the first list that says it are candidates.
    List<List<String>> names() {
        return List.of(names, vagueNames);
    }
}
