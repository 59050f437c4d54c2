package org.sipsleuth.evaluate.leg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.LegGroup;
import org.sipsleuth.dialog.leg.LegLink;
import org.sipsleuth.dialog.leg.LegSettings;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulated;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.IndexTruth;

/// One simulated capture in which legs were looked for, held against its truth.
///
/// @param dialogs how many dialogs it has
/// @param right how many pairs of dialogs are rightly in one group
/// @param wrong how many pairs are wrongly in one
/// @param missed how many pairs belong together and are not in one
/// @param calls how many calls there are
/// @param whole of how many of them all legs, and nothing else, were found
/// @param links every link that no reference founds, with whether it is right
record LegTrial(long dialogs, long right, long wrong, long missed, long calls, long whole, List<Judged> links) {

    private static final String CALL = "call ";

    LegTrial {
        links = List.copyOf(links);
    }

    /// A link and its truth.
    record Judged(double confidence, boolean isRight) {}

    double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    double wholeCalls() {
        return calls == 0 ? 1 : (double) whole / calls;
    }

    /// Simulates a case and looks for its legs.
    static LegTrial of(LegCase traffic, long seed, RunMonitor monitor) throws IOException {
        Path folder = Files.createTempDirectory("sipsleuth-evaluate");
        Path capture = folder.resolve("legs.pcap");
        try {
            Scenario scenario = Scenarios.named(traffic.scenario()).orElseThrow();
            Settings settings = Settings.of(Simulation.settings(scenario), traffic.settings());
            Simulated simulated = Simulation.run(scenario, seed, settings, capture, monitor);
            SipIndex index = CaptureIndexer.read(List.of(simulated.capture()), monitor);
            IndexTruth truth = IndexTruth.read(index, monitor);
            LegTrial trial = judge(Legs.of(index, LegSettings.USUAL, monitor), truth);
            Files.deleteIfExists(simulated.truth());
            return trial;
        } catch (SettingException impossible) {
            throw new IllegalStateException("The case has wrong settings", impossible);
        } finally {
            Files.deleteIfExists(capture);
            Files.deleteIfExists(folder);
        }
    }

    private static LegTrial judge(Legs legs, IndexTruth truth) {
        int dialogs = legs.index().dialogs().size();
        String[] calls = new String[dialogs];
        Map<String, List<Integer>> legsOf = new HashMap<>();
        for (int dialog = 0; dialog < dialogs; dialog++) {
            String note = truth.ofDialog(dialog).map(TruthLabel::note).orElse("");
            calls[dialog] = note.startsWith(CALL) ? note : CALL + "of dialog " + dialog;
            legsOf.computeIfAbsent(calls[dialog], _ -> new ArrayList<>()).add(dialog);
        }
        long belonging = 0;
        long whole = 0;
        for (List<Integer> all : legsOf.values()) {
            belonging += pairs(all.size());
            whole += legs.legsOf(all.getFirst()).equals(all) ? 1 : 0;
        }
        long reported = 0;
        long right = 0;
        for (LegGroup group : legs.groups()) {
            if (isTransfer(legs, group)) {
                continue;
            }
            reported += pairs(group.dialogs().size());
            Map<String, Integer> together = new HashMap<>();
            group.dialogs().forEach(dialog -> together.merge(calls[dialog], 1, Integer::sum));
            right += together.values().stream().mapToLong(LegTrial::pairs).sum();
        }
        List<Judged> links = legs.links()
                .stream()
                .filter(link -> !isReference(legs, link))
                .map(link -> new Judged(link.confidence(), calls[link.first()].equals(calls[link.second()])))
                .toList();
        return new LegTrial(dialogs, right, reported - right, belonging - right, legsOf.size(), whole, links);
    }

    /// Whether references alone connect a group: a transfer, which the ground truth does not list.
    private static boolean isTransfer(Legs legs, LegGroup group) {
        return group.dialogs()
                .stream()
                .flatMap(dialog -> legs.linksOf(dialog).stream())
                .filter(legs::isSure)
                .allMatch(link -> isReference(legs, link));
    }

    private static boolean isReference(Legs legs, LegLink link) {
        List<String> kinds = legs.kinds(link);
        return kinds.contains("refer") || kinds.contains("replaces");
    }

    private static long pairs(long dialogs) {
        return dialogs * (dialogs - 1) / 2;
    }
}
