package org.sipsleuth.call.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which columns of a table of call records say what. Immutable.
///
/// @param caller the name of the column that says who calls
/// @param callee who is called
/// @param start when it begins
/// @param duration how long they talk, in seconds
/// @param answered whether it is answered: a SIP status, `yes`, `true`, `answered`, 1; without it a
///     call is answered if it has a duration
public record CsvColumns(
        String caller,
        String callee,
        String start,
        Optional<String> duration,
        Optional<String> answered) {

    private static final List<String> CALLERS =
            List.of(
                    "caller",
                    "from",
                    "source",
                    "src",
                    "calling",
                    "caller_number",
                    "clid",
                    "calling_number",
                    "a_number",
                    "originator");
    private static final List<String> CALLEES =
            List.of(
                    "callee",
                    "to",
                    "destination",
                    "dst",
                    "called",
                    "receiver_number",
                    "called_number",
                    "b_number",
                    "receiver");
    private static final List<String> STARTS =
            List.of(
                    "start",
                    "start_time",
                    "datetime",
                    "timestamp",
                    "time",
                    "date",
                    "calldate",
                    "begin",
                    "start_date");
    private static final List<String> DURATIONS =
            List.of(
                    "talk_seconds",
                    "duration(seconds)",
                    "duration_seconds",
                    "call_duration_secs",
                    "billsec",
                    "duration",
                    "measure",
                    "talk",
                    "seconds");
    private static final List<String> ANSWERS =
            List.of("answered", "status", "disposition", "outcome", "result", "code");

    /// Guesses the columns by their names; empty if caller, callee or start is missing.
    public static Optional<CsvColumns> guess(List<String> names) {
        Optional<String> caller = first(names, CALLERS);
        Optional<String> callee = first(names, CALLEES);
        Optional<String> start = first(names, STARTS);
        return caller.isEmpty() || callee.isEmpty() || start.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CsvColumns(
                                caller.get(),
                                callee.get(),
                                start.get(),
                                first(names, DURATIONS),
                                first(names, ANSWERS)));
    }

    private static Optional<String> first(List<String> names, List<String> wanted) {
        return wanted.stream()
                .flatMap(
                        word ->
                                names.stream()
                                        .filter(
                                                name ->
                                                        name.strip()
                                                                .toLowerCase(Locale.ROOT)
                                                                .equals(word)))
                .findFirst();
    }
}
