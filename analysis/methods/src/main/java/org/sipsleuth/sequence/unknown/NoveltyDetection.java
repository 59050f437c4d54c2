package org.sipsleuth.sequence.unknown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.novelty.HopNovelty;
import org.sipsleuth.sequence.novelty.HopUnits;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.transaction.TransactionTable;

/// What is new per hop in a capture, and the groups of unknown dialogs. Immutable.
///
/// @param novelty the scores of all dialogs
/// @param groups the unknown ones, network by network, each group with its finding, those that ask
///     most to be looked at first
public record NoveltyDetection(HopNovelty novelty, List<Group> groups) {

    /// Dialogs that are unknown for the same reason.
    ///
    /// @param dialogs the group
    /// @param finding the finding about it
    public record Group(NoveltyGroup dialogs, Finding finding) {}

    /// Copies its argument.
    public NoveltyDetection {
        groups = List.copyOf(groups);
    }

    /// Scores a capture.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static NoveltyDetection of(SipIndex index, SequenceModel model, NoveltyModel its, RunMonitor monitor) {
        HopNovelty novelty = novelty(index, its, monitor);
        NoveltyFindings findings = new NoveltyFindings(model, its);
        List<Group> groups = new ArrayList<>();
        Map<String, Integer> networks = new HashMap<>();
        for (NoveltyGroup each : NoveltyGroup.allOf(novelty, monitor)) {
            monitor.throwIfCancelled();
            groups.add(new Group(each, findings.of(each, networks.merge(each.name(), 1, Integer::sum))));
        }
        return new NoveltyDetection(novelty, groups);
    }

    /// Scores a capture, without groups and findings.
    static NoveltyDetection scores(SipIndex index, NoveltyModel its, RunMonitor monitor) {
        return new NoveltyDetection(novelty(index, its, monitor), List.of());
    }

    private static HopNovelty novelty(SipIndex index, NoveltyModel its, RunMonitor monitor) {
        return HopNovelty.of(HopUnits.of(TransactionTable.of(index, monitor), monitor), its);
    }

    /// The groups that are shown: those of networks that the model fits; of others those that depart
    /// from RFC 3261, for which no model is needed.
    ///
    /// @param isJudged whether a dialog is in a network that the model fits
    public List<Group> listed(IntPredicate isJudged) {
        return groups.stream().filter(group -> isListed(group, isJudged.test(group.dialogs().dialogs()[0]))).toList();
    }

    /// Whether a group is shown.
    ///
    /// @param isJudged whether it is in a network that the model fits
    public static boolean isListed(Group group, boolean isJudged) {
        return isJudged || group.dialogs().deviation().isPresent();
    }

    /// The findings about these dialogs, the most severe first, each with how many of them.
    Map<Finding, Integer> ofDialogs(List<Integer> dialogs) {
        int[] asked = dialogs.stream().mapToInt(each -> each).sorted().toArray();
        Map<Finding, Integer> counts = new LinkedHashMap<>();
        groups.stream()
                .sorted(Comparator.comparing((Group each) -> each.finding().severity()).reversed())
                .forEach(group -> {
                    long cited = Arrays.stream(group.dialogs().dialogs())
                            .filter(each -> Arrays.binarySearch(asked, each) >= 0)
                            .count();
                    if (cited > 0) {
                        counts.put(group.finding(), Math.toIntExact(cited));
                    }
                });
        return counts;
    }
}
