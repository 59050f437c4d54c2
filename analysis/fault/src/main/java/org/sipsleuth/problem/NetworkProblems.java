package org.sipsleuth.problem;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.transaction.fault.FaultKind;
import org.sipsleuth.transaction.fault.NetworkFault;
import org.sipsleuth.transaction.fault.NetworkReport;

/// Makes problems of the faults of the network and of registrations, one of each.
///
/// @param ofDialogs what else went wrong in each dialog
/// @param calls counts the calls of dialogs
/// @param isUndecided the dialogs whose calls were not decided when their coverage ended
record NetworkProblems(SipIndex index, ProblemSeverity severity, Map<Integer, List<DialogCause>> ofDialogs,
        CallCount calls, IntPredicate isUndecided) {

    /// Somebody suffers from these, whatever became of the dialogs.
    private static final Set<FaultKind> FAILURES = EnumSet.of(FaultKind.LOST_FRAGMENT, FaultKind.CONNECTION_REFUSED,
            FaultKind.CONNECTION_UNANSWERED, FaultKind.MEDIA_ICMP_ERROR, FaultKind.NO_HAIRPIN,
            FaultKind.REGISTRATION_FLAPPING, FaultKind.REGISTRATION_MOVING, FaultKind.REGISTERED_CONTACT_UNREACHABLE);

    /// @param all how many calls the capture has
    List<Problem> of(NetworkReport report, long all) {
        return report.faults()
                .stream()
                .filter(each -> each.kind() != FaultKind.REGISTRATION_INTERVAL) // a hint says it
                .filter(each -> !isStated(each))
                .map(each -> problem(each, all))
                .toList();
    }

    private Problem problem(NetworkFault fault, long all) {
        int called = calls.of(fault.dialogs());
        boolean isOpen = !fault.dialogs().isEmpty() && fault.dialogs().stream().allMatch(isUndecided::test);
        boolean isFailure =
                ((FAILURES.contains(fault.kind()) || fault.values().containsKey(NetworkFault.UNANSWERED)) && !isOpen)
                        || (fault.kind() != FaultKind.FAILOVER && fault.dialogs().stream().anyMatch(this::hasFailed));
        int users = Math.min(fault.users().size(), Math.max(1, fault.dialogs().size())); // both parties are named
        ProblemSeverity.Extent extent = new ProblemSeverity.Extent(Math.max(1, called), called, users, false);
        String kind = fault.kind().id();
        String about = fault.users().isEmpty() ? fault.text() : String.join(" ", fault.users());
        return new Problem(kind, kind + " " + about, isFailure ? severity.of(extent, all) : Severity.INFO,
                Sentence.english(fault.kind().label()), Sentence.english(fault.text()),
                List.of(Sentence.english(fault.text())), Advice.of(kind), "", fault.dialogs(), called, isFailure,
                fault.users(), fault.span().fromNanos(), fault.span().toNanos(),
                Evidence.ofMessages(fault.messages().stream().mapToInt(Integer::intValue).toArray(), fault.users()),
                fault.frames());
    }

    /// Whether the causes of all of its dialogs state it.
    private boolean isStated(NetworkFault fault) {
        return !fault.dialogs().isEmpty() && fault.dialogs()
                .stream()
                .allMatch(dialog -> ofDialogs.getOrDefault(dialog, List.of())
                        .stream()
                        .anyMatch(each -> each.key().endsWith(" " + fault.kind().id())));
    }

    private boolean hasFailed(int dialog) {
        return ofDialogs.getOrDefault(dialog, List.of()).stream().anyMatch(DialogCause::isFailure);
    }
}
