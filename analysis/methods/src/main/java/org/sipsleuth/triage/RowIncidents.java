package org.sipsleuth.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.StageGroup;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.sentence.Severity;

/// The incidents of a capture, by dialogs. One thread.
final class RowIncidents {

    /// An incident is what a row is about if it has so large a share of its dialogs.
    private static final double MOST = 0.8;

    /// No incident.
    static final int NONE = -1;

    private final SipIndex index;
    private final List<Incident> incidents;

    /// The dialogs of each incident, in order.
    private final List<int[]> dialogs;

    RowIncidents(List<Incident> incidents, SipIndex index) {
        this.index = index;
        this.incidents = List.copyOf(incidents);
        dialogs = incidents.stream().map(each -> each.evidence().dialogs(index)).toList();
    }

    /// Whether a finding is part of one.
    boolean has(Finding finding) {
        return incidents.stream()
                .flatMap(each -> each.findings().stream())
                .anyMatch(each -> each.id().equals(finding.id()));
    }

    /// Those that one of these dialogs belongs to, in their order.
    List<Incident> of(Collection<Integer> some) {
        return with(some, 1);
    }

    /// Those that the dialogs are about: nearly all of them belong to it, and it is an attack that
    /// makes dialogs, or a grave one. Single odd messages of a phone explain no failures.
    List<Incident> about(Collection<Integer> some) {
        return with(some, Math.max(1, MOST * some.size())).stream().filter(RowIncidents::makesRows).toList();
    }

    /// The place of the first of those that a dialog belongs to and that rows are about, or [#NONE].
    int first(int dialog) {
        for (int incident = 0; incident < incidents.size(); incident++) {
            if (makesRows(incidents.get(incident)) && Arrays.binarySearch(dialogs.get(incident), dialog) >= 0) {
                return incident;
            }
        }
        return NONE;
    }

    private static boolean makesRows(Incident incident) {
        return incident.severity().compareTo(Severity.LOW) > 0 || isDeed(incident);
    }

    private static boolean isDeed(Incident incident) {
        StageGroup group = incident.kind().group();
        return group != StageGroup.MALFORMED && group != StageGroup.OTHER;
    }

    private List<Incident> with(Collection<Integer> some, double fewest) {
        List<Incident> with = new ArrayList<>();
        for (int incident = 0; incident < incidents.size(); incident++) {
            int[] its = dialogs.get(incident);
            if (some.stream().filter(each -> Arrays.binarySearch(its, each) >= 0).count() >= fewest) {
                with.add(incidents.get(incident));
            }
        }
        return with;
    }

    /// The response that shows that an incident succeeded: the last among the key messages of its
    /// gravest stage; empty if it had no success.
    Optional<KeyMessage> decisive(Incident incident) {
        return incident.outcome() != Outcome.SUCCEEDED ? Optional.empty()
                : incident.stage(incident.kind())
                        .stream()
                        .flatMap(RowIncidents::keys)
                        .filter(key -> !index.messages().isRequest(key.message()))
                        .max(Comparator.comparingInt(KeyMessage::message));
    }

    /// The same of the first of these dialogs' incidents that succeeded in their network.
    Optional<KeyMessage> decisive(Collection<Integer> some, int network) {
        return about(some).stream()
                .flatMap(each -> decisive(each).stream())
                .filter(each -> index.dialogs().coverageOf(dialog(each)) == network)
                .findFirst();
    }

    int dialog(KeyMessage key) {
        return index.messages().dialog(key.message());
    }

    private static Stream<KeyMessage> keys(Stage stage) {
        return stage.findings()
                .stream()
                .map(Finding::observation)
                .flatMap(Optional::stream)
                .flatMap(each -> each.keys().stream());
    }
}
