package org.sipsleuth.call.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds the names of columns of tables that have no head: by the shape of the first row where a
/// common exchange writes it, else their numbers.
final class HeadlessTables {

    /// A row as an exchange writes it by default.
    ///
    /// @param times the columns that hold a time
    /// @param seconds those that hold a duration in seconds
    /// @param answer the one that says how it ended
    private record Shape(List<String> names, List<Integer> times, List<Integer> seconds, int answer) {

        static Shape of(String names, List<Integer> times, List<Integer> seconds, int answer) {
            return new Shape(List.of(names.split(" ")), times, seconds, answer);
        }

        /// How many columns the first row may have, at least.
        int least() {
            return answer + 1;
        }
    }

    /// A number with fewer digits is no time.
    private static final int SHORTEST_TIME = 10;

    private static final List<Shape> SHAPES = List.of(
            // Asterisk, cdr_csv: Master.csv; FreeSWITCH's template asterisk
            Shape.of("accountcode src dst dcontext clid channel dstchannel lastapp lastdata"
                    + " start answer end duration billsec disposition amaflags"
                    + " uniqueid userfield linkedid peeraccount sequence", List.of(9, 11), List.of(12, 13), 14),
            // Asterisk, cdr_custom: Master.csv
            Shape.of(
                    "clid src dst dcontext channel dstchannel lastapp lastdata start answer"
                            + " end duration billsec disposition amaflags accountcode uniqueid userfield sequence",
                    List.of(8, 10), List.of(11, 12), 13),
            // FreeSWITCH, mod_cdr_csv: template example
            Shape.of("caller_id_name caller_id_number destination_number context start_stamp"
                    + " answer_stamp end_stamp duration billsec hangup_cause uuid"
                    + " bleg_uuid accountcode read_codec write_codec", List.of(4, 6), List.of(7, 8), 9),
            // 3CX, the order of fields that its CDR service proposes
            Shape.of(
                    "historyid callid duration time-start time-answered time-end"
                            + " reason-terminated from-no to-no from-dn to-dn dial-no"
                            + " reason-changed final-number final-dn bill-code bill-rate bill-cost bill-name chain",
                    List.of(3, 5), List.of(2), 8));

    private HeadlessTables() {}

    /// The names of the columns; empty if the row is a head.
    ///
    /// @param row the cells of the first row
    static Optional<List<String>> names(List<String> row) {
        return SHAPES.stream()
                .filter(shape -> fits(shape, row))
                .findFirst()
                .map(shape -> named(shape, row.size()))
                .or(() -> row.stream().anyMatch(HeadlessTables::isTime) ? Optional.of(numbered(1, row.size()))
                        : Optional.empty());
    }

    private static boolean fits(Shape shape, List<String> row) {
        return row.size() >= shape.least() && shape.times.stream().allMatch(place -> isTime(row.get(place)))
                && shape.seconds.stream()
                        .map(place -> row.get(place).strip())
                        .allMatch(cell -> !cell.isEmpty() && WrittenDurations.of(cell, false).fault().isEmpty());
    }

    /// A name for each column; those that the shape does not have are numbered.
    private static List<String> named(Shape shape, int size) {
        List<String> names = new ArrayList<>(shape.names.subList(0, Math.min(size, shape.names.size())));
        names.addAll(numbered(names.size() + 1, size));
        return List.copyOf(names);
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }

    private static boolean isTime(String cell) {
        String text = cell.strip();
        return text.length() >= SHORTEST_TIME
                && (new WrittenTimes(Optional.empty()).nanos(text).isPresent() || !WrittenTimes.orders(text).isEmpty());
    }
}
