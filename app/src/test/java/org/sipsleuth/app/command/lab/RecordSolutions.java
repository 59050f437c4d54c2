package org.sipsleuth.app.command.lab;

import static org.sipsleuth.app.command.lab.Student.grouped;
import static org.sipsleuth.app.command.lab.Student.names;
import static org.sipsleuth.app.command.lab.Student.range;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The labs about call records, solved.
final class RecordSolutions {

    private static final String CALLS = "calls.csv";
    private static final int MORNING = 6;
    private static final double SECONDS_PER_MINUTE = 60;

    private RecordSolutions() {}

    /// A call from its start to its end.
    private record Use(Instant from, Instant to) {}

    private static List<Row> calls(Student student) {
        return student.run("calls", "--csv-records", student.file(CALLS));
    }

    /// The setup of a call is in the table only, in the line that the command names.
    private static Use use(List<String> lines, Row call) {
        String[] cells = lines.get(call.whole("line") - 1).split(",");
        long setup = Long.parseLong(cells[List.of(lines.getFirst().split(",")).indexOf("setup")]);
        return new Use(call.start(), call.start().plusSeconds(setup).plusMillis(Math.round(1_000 * talk(call))));
    }

    private static double talk(Row call) {
        return call.text("talk_seconds").isEmpty() ? 0 : call.number("talk_seconds");
    }

    static Map<String, String> tollFraud(Student student) throws IOException {
        List<Row> night = calls(student).stream()
                .filter(row -> row.start().atZone(ZoneOffset.UTC).getHour() < MORNING
                        && row.text("callee").startsWith("009999"))
                .toList();
        List<String> lines = Files.readAllLines(student.folder().resolve(CALLS));
        List<Use> uses = night.stream().map(row -> use(lines, row)).toList();
        Instant end = uses.stream().map(Use::to).max(Instant::compareTo).orElseThrow();
        long seconds = Math.round(night.stream().mapToDouble(RecordSolutions::talk).sum());
        long minutes = night.stream().mapToLong(row -> (long) Math.ceil(talk(row) / SECONDS_PER_MINUTE)).sum();
        long cents = Long.parseLong(student.stated("q6", "costs (\\d+) cents").group(1));
        return Map.of("q1", night.getFirst().text("caller"), "q2", names(night, row -> row.text("callee")), "q3",
                range(uses.getFirst().from(), end), "q4", Long.toString(seconds), "q5", most(uses), "q6",
                "%d.%02d".formatted(minutes * cents / 100, minutes * cents % 100));
    }

    /// From when to when most of them were there at once.
    private static String most(List<Use> uses) {
        List<Instant> changes = new ArrayList<>();
        uses.forEach(use -> {
            changes.add(use.from());
            changes.add(use.to());
        });
        changes.sort(Instant::compareTo);
        long most = 0;
        String best = "";
        for (int i = 0; i + 1 < changes.size(); i++) {
            Instant at = changes.get(i);
            long there = uses.stream().filter(use -> !use.from().isAfter(at) && use.to().isAfter(at)).count();
            if (there > most) {
                most = there;
                best = range(at, changes.get(i + 1));
            }
        }
        return best;
    }

    private static LocalDate day(Row call) {
        return call.start().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /// The numbers that some calls go to more than once.
    private static Set<String> often(List<Row> calls, Predicate<Row> chosen) {
        return grouped(calls.stream().filter(chosen).toList(), row -> row.text("callee")).stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isOf(Row call, String account) {
        return call.text("caller").equals(account);
    }

    /// Who calls, in a time, the numbers that somebody called often in another.
    private static String sameFriends(List<Row> calls, Set<String> friends, Predicate<Row> time, String but) {
        List<Row> calling = calls.stream()
                .filter(time.and(row -> friends.contains(row.text("callee")) && !isOf(row, but)))
                .toList();
        return grouped(calling, row -> row.text("caller")).getFirst().getKey();
    }

    /// Whoever calls none of the usual numbers any more has moved.
    static Map<String, String> whoBecameWhom(Student student) {
        List<Row> calls = calls(student);
        LocalDate begin = day(calls.getFirst());
        LocalDate firstWeek = begin.plusDays(7);
        LocalDate lastWeek = day(calls.getLast()).minusDays(4);
        Set<String> accounts = new HashSet<>(calls.stream().map(row -> row.text("caller")).toList());
        Set<String> moved = new HashSet<>();
        LocalDate change = begin;
        for (String account : accounts) {
            Set<String> friends = often(calls, row -> isOf(row, account) && day(row).isBefore(firstWeek));
            List<Row> known =
                    calls.stream().filter(row -> isOf(row, account) && friends.contains(row.text("callee"))).toList();
            if (!known.isEmpty() && day(known.getLast()).isBefore(lastWeek)) {
                moved.add(account);
                LocalDate last = day(known.getLast());
                change = calls.stream()
                        .filter(row -> isOf(row, account) && day(row).isAfter(last))
                        .map(RecordSolutions::day)
                        .min(LocalDate::compareTo)
                        .orElseThrow();
            }
        }
        LocalDate day = change;
        Predicate<Row> before = row -> day(row).isBefore(day);
        String asked = student.stated("q3", "Who used (\\d+) before").group(1);
        Set<String> earlier = often(calls, before.and(row -> isOf(row, asked)));
        Set<String> later = often(calls, before.negate().and(row -> isOf(row, asked)));
        String newcomer = accounts.stream()
                .filter(account -> calls.stream().noneMatch(before.and(row -> isOf(row, account))))
                .findFirst()
                .orElseThrow();
        return Map.of("q1", String.join(", ", moved), "q2", day.toString(), "q3",
                sameFriends(calls, earlier, before.negate(), asked), "q4", sameFriends(calls, later, before, asked),
                "q5", newcomer, "q6", String.join(", ", earlier));
    }
}
