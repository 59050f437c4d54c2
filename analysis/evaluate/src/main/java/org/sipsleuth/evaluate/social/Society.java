package org.sipsleuth.evaluate.social;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CsvCalls;
import org.sipsleuth.call.record.CsvColumns;
import org.sipsleuth.call.record.UserCalls;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.UserFacts;
import org.sipsleuth.truth.read.TruthFile;

/// The calls of a simulated society, and what is true of its users.
///
/// @param seed that it was simulated with
/// @param records all calls
/// @param calls of each user
/// @param setups how long each call took to its final response
/// @param truth by user, of those the ground truth knows
record Society(long seed, CallRecords records, UserCalls calls, SetupTimes setups, Map<Integer, UserFacts> truth) {

    static final long DAY = 86_400_000_000_000L;

    private static final String DOMAIN = "@example.edu";
    private static final String CSV = "calls.csv";
    private static final String TRUTH = "calls.csv.truth.json";
    private static final int LOOK = 4_096;

    /// Plays the scenario.
    static Society of(long seed, Map<String, String> settings, RunMonitor monitor) throws IOException {
        Path folder = Files.createTempDirectory("sipsleuth-social");
        try {
            Scenario scenario = Scenarios.named("social").orElseThrow();
            Path file = folder.resolve(CSV);
            Simulation.run(scenario, seed, Settings.of(Simulation.settings(scenario), settings), file, monitor);
            return read(seed, file, monitor);
        } catch (SettingException impossible) {
            throw new IllegalStateException("social", impossible);
        } finally {
            Files.deleteIfExists(folder.resolve(CSV));
            Files.deleteIfExists(folder.resolve(TRUTH));
            Files.deleteIfExists(folder);
        }
    }

    private static Society read(long seed, Path file, RunMonitor monitor) throws IOException {
        CsvCalls.Head head;
        try (Reader text = Files.newBufferedReader(file)) {
            char[] start = new char[LOOK];
            head = CsvCalls.head(new String(start, 0, text.read(start)));
        }
        CallRecords records;
        try (Reader text = Files.newBufferedReader(file)) {
            records = CsvCalls
                    .read(text, head, CsvColumns.guess(head.names()).orElseThrow(), UserNames.AS_WRITTEN, monitor)
                    .records();
        }
        SetupTimes setups;
        try (Reader text = Files.newBufferedReader(file)) {
            setups = SetupTimes.read(text, head.delimiter());
        }
        TruthFile truth = TruthFile.read(TruthFile.beside(file), monitor);
        Map<Integer, UserFacts> known = new HashMap<>();
        for (int user = 0; user < records.users().size(); user++) {
            String name = records.users().get(user);
            String uri = "sip:" + name + (name.indexOf('@') < 0 ? DOMAIN : "");
            Optional<UserFacts> facts = truth.user(uri);
            if (facts.isPresent()) {
                known.put(user, facts.get());
            }
        }
        return new Society(seed, records, UserCalls.of(records), setups, known);
    }

    /// Some of the calls, and those who have one.
    Society where(IntPredicate isTaken) {
        CallRecords.Builder taken = new CallRecords.Builder();
        for (int call = 0; call < records.size(); call++) {
            if (isTaken.test(call)) {
                taken.add(records.users().get(records.caller(call)), records.users().get(records.callee(call)),
                        records.startNanos(call), records.isAnswered(call), records.talkMillis(call),
                        records.origin(call));
            }
        }
        CallRecords some = taken.build();
        Map<Integer, UserFacts> known = new HashMap<>();
        for (int user = 0; user < some.users().size(); user++) {
            UserFacts facts = truth.get(records.user(some.users().get(user)));
            if (facts != null) {
                known.put(user, facts);
            }
        }
        return new Society(seed, some, UserCalls.of(some), setups, known);
    }

    /// The calls of the first days (UTC).
    Society firstDays(int days) {
        int end = records.firstAt(firstDay() * DAY + days * DAY);
        return where(call -> call < end);
    }

    /// The calls of Monday to Friday (UTC).
    Society weekdays() {
        return where(call -> isWeekday(Math.floorDiv(records.startNanos(call), DAY)));
    }

    /// The day of the first call, in days since the epoch.
    long firstDay() {
        return Math.floorDiv(records.fromNanos(), DAY);
    }

    /// @param day in days since the epoch
    static boolean isWeekday(long day) {
        return LocalDate.ofEpochDay(day).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    /// Whether a user belongs to the organisation: its name is an address there, no number.
    boolean isInternal(int user) {
        return records.users().get(user).endsWith(DOMAIN);
    }

    /// Those who belong to the organisation.
    List<Integer> internal() {
        return IntStream.range(0, records.users().size()).filter(this::isInternal).boxed().toList();
    }

    /// What is true of a user.
    Optional<UserFacts> facts(int user) {
        return Optional.ofNullable(truth.get(user));
    }

    /// Whether a user is attacked, misused or an attacker.
    boolean isMalicious(int user) {
        return facts(user).filter(facts -> facts.trafficClass() != TrafficClass.NORMAL).isPresent();
    }

    /// When a day begins (UTC), in ns.
    static long nanos(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L;
    }
}
