package org.sipsleuth.evaluate.stolen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CapturedCalls;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulated;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.truth.read.IndexTruth;

/// One office with stolen accounts, read again and again as if the capture ended at a moment.
///
/// @param perDay calls of a stolen account on a day
/// @param accounts the stolen accounts
/// @param days of the capture
/// @param minutes by the means that names it and the account, after its first paid call: the end of
///     the first cut in which it is named; of the simplest rules the call itself
/// @param falseOnes by the means, other accounts that are named in the whole capture
record StolenTrial(int perDay, Set<String> accounts, double days, Map<String, Map<String, Double>> minutes,
        Map<String, Integer> falseOnes) {

    static final String INCIDENTS = "incidents";
    static final String SOCIAL = "social";
    static final String BELIEFS = "beliefs";
    static final String ANY = "any of them";
    static final String OFTEN = "simplest: more than 3 calls abroad an hour";
    static final String NEW_RANGE = "simplest: first call to a range";

    private static final int ABROAD_AN_HOUR = 3;
    private static final double LEARNED_DAYS = 2;
    private static final long MINUTE = 60_000_000_000L;
    private static final double MINUTES_OF_A_DAY = 1_440;
    private static final int DAYS = 3;
    private static final int ACCOUNTS = 2;

    /// After the first paid call of the office, in hours.
    private static final int[] CUTS = {1, 3, 8};

    /// Plays an office and judges it.
    ///
    /// @param perDay calls of a stolen account on a day
    static StolenTrial of(int perDay, long seed, Map<String, Detector> detectors, RunMonitor monitor)
            throws IOException {
        Path folder = Files.createTempDirectory("sipsleuth-stolen");
        Path capture = folder.resolve("office.pcap");
        Path cut = folder.resolve("cut.pcap");
        try {
            Simulated simulated = play(perDay, seed, capture, monitor);
            SipIndex index = CaptureIndexer.read(List.of(simulated.capture()), monitor);
            StolenTrial trial = judged(perDay, new Office(index, monitor), capture, cut, detectors, monitor);
            Files.deleteIfExists(simulated.truth());
            return trial;
        } finally {
            Files.deleteIfExists(capture);
            Files.deleteIfExists(cut);
            Files.deleteIfExists(folder);
        }
    }

    private static Simulated play(int perDay, long seed, Path capture, RunMonitor monitor) throws IOException {
        try {
            Scenario scenario = Scenarios.named("toll-fraud").orElseThrow();
            Map<String, String> settings = Map.of("users", "60", "calls-per-hour", "30", "minutes",
                    Long.toString(Math.round(DAYS * MINUTES_OF_A_DAY)), "attack-after",
                    Long.toString(Math.round(LEARNED_DAYS * MINUTES_OF_A_DAY)), "fraud-accounts",
                    Integer.toString(ACCOUNTS), "fraud-calls", "100000", "fraud-per-minute",
                    Double.toString(ACCOUNTS * perDay / MINUTES_OF_A_DAY));
            return Simulation.run(scenario, seed, Settings.of(Simulation.settings(scenario), settings), capture, monitor);
        } catch (SettingException impossible) {
            throw new IllegalStateException("toll-fraud", impossible);
        }
    }

    /// What is true of an office.
    private static final class Office {
        private final CallRecords records;
        private final Map<String, Long> firstPaid = new HashMap<>();

        Office(SipIndex index, RunMonitor monitor) throws IOException {
            records = CapturedCalls.of(TransactionTable.shared(index, monitor), UserNames.AS_WRITTEN);
            IndexTruth truth = IndexTruth.read(index, monitor);
            for (int call = 0; call < records.size(); call++) {
                boolean isFraud = truth.ofDialog(records.origin(call)).flatMap(label -> label.attack()).isPresent();
                if (isFraud && records.isAnswered(call)) {
                    firstPaid.putIfAbsent(records.users().get(records.caller(call)), records.startNanos(call));
                }
            }
        }
    }

    private static StolenTrial judged(int perDay, Office office, Path capture, Path cut,
            Map<String, Detector> detectors, RunMonitor monitor) throws IOException {
        long first = office.firstPaid.values().stream().mapToLong(each -> each).min().orElseThrow();
        Map<String, Map<String, Double>> minutes = new LinkedHashMap<>();
        Map<String, Integer> falseOnes = new LinkedHashMap<>();
        List<Long> ends = new ArrayList<>();
        Arrays.stream(CUTS).forEach(hours -> ends.add(first + 60L * hours * MINUTE));
        ends.add(office.records.toNanos() + MINUTE);
        for (long end : ends) {
            CutCapture.write(capture, end, cut);
            Map<String, Set<String>> named = named(CaptureIndexer.read(List.of(cut), monitor), detectors, monitor);
            boolean isWhole = end == ends.getLast();
            named.forEach((means, accounts) -> {
                Map<String, Double> its = minutes.computeIfAbsent(means, _ -> new HashMap<>());
                office.firstPaid.forEach((account, paid) -> {
                    if (accounts.contains(account) && end >= paid) {
                        its.putIfAbsent(account, (end - paid) / (double) MINUTE);
                    }
                });
                if (isWhole) {
                    falseOnes.put(means, others(accounts, office));
                }
            });
        }
        simple(OFTEN, SimpleRules.often(office.records, ABROAD_AN_HOUR), office, minutes, falseOnes);
        long learned = office.records.fromNanos() + Math.round(LEARNED_DAYS * MINUTES_OF_A_DAY) * MINUTE;
        simple(NEW_RANGE, SimpleRules.newRange(office.records, learned), office, minutes, falseOnes);
        return new StolenTrial(perDay, Set.copyOf(office.firstPaid.keySet()), DAYS, minutes, falseOnes);
    }

    private static void simple(String means, Map<String, Long> named, Office office,
            Map<String, Map<String, Double>> minutes, Map<String, Integer> falseOnes) {
        Map<String, Double> its = new HashMap<>();
        office.firstPaid.forEach((account, paid) -> {
            Long at = named.get(account);
            if (at != null) {
                its.put(account, Math.max(0, at - paid) / (double) MINUTE);
            }
        });
        minutes.put(means, its);
        falseOnes.put(means, others(named.keySet(), office));
    }

    /// Users of the office: those outside are numbers, and the trunk.
    private static int others(Set<String> named, Office office) {
        return (int) named.stream()
                .filter(name -> name.length() == 4 && !office.firstPaid.containsKey(name))
                .count();
    }

    /// The users whom each method names in a capture.
    private static Map<String, Set<String>> named(SipIndex index, Map<String, Detector> detectors,
            RunMonitor monitor) {
        Map<String, Detection> detections = new LinkedHashMap<>();
        detectors.forEach((name, detector) -> detections.put(name, detector.detect(index, monitor)));
        CallRecords records = CapturedCalls.of(TransactionTable.shared(index, monitor), UserNames.AS_WRITTEN);
        Set<String> ofIncidents = new HashSet<>();
        for (Incident incident : Investigation.of(index, List.copyOf(detections.values())).complete().incidents()) {
            ofIncidents.addAll(incident.accounts().stream().map(StolenTrial::user).toList());
        }
        Map<String, Set<String>> named = new LinkedHashMap<>();
        named.put(INCIDENTS, ofIncidents);
        for (String method : List.of(SOCIAL, BELIEFS)) {
            Set<String> its = new HashSet<>();
            for (Finding finding : detections.get(method).findings()) {
                its.addAll(method.equals(SOCIAL) ? Set.of(finding.subject().name()) : callers(finding, index, records));
            }
            named.put(method, its);
        }
        Set<String> any = new HashSet<>();
        named.values().forEach(any::addAll);
        named.put(ANY, any);
        return named;
    }

    /// A source is no account; the callers of the dialogs that a finding about it cites are.
    private static Set<String> callers(Finding finding, SipIndex index, CallRecords records) {
        Set<Integer> dialogs = new HashSet<>();
        Arrays.stream(finding.evidence().dialogs(index)).forEach(dialogs::add);
        Set<String> callers = new HashSet<>();
        for (int call = 0; call < records.size(); call++) {
            if (dialogs.contains(records.origin(call))) {
                callers.add(records.users().get(records.caller(call)));
            }
        }
        return callers;
    }

    private static String user(String account) {
        String bare = account.startsWith("sip:") ? account.substring(4) : account;
        int at = bare.indexOf('@');
        return at < 0 ? bare : bare.substring(0, at);
    }
}
