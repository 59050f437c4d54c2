package org.sipsleuth.view.inspector.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.view.session.Selection;

/// Where a link leads: what it chooses.
///
/// @param dialogs numbers of dialogs
/// @param messages numbers of messages
/// @param finding the finding to be shown; empty for the messages themselves
public record Target(List<Integer> dialogs, List<Integer> messages, Optional<Finding> finding) {

    /// The messages themselves are to be shown.
    public Target(List<Integer> dialogs, List<Integer> messages) {
        this(dialogs, messages, Optional.empty());
    }

    public Target {
        dialogs = List.copyOf(dialogs);
        messages = List.copyOf(messages);
    }

    /// Dialogs.
    public static Target ofDialogs(int[] dialogs) {
        return new Target(Arrays.stream(dialogs).boxed().toList(), List.of());
    }

    /// A finding with its dialogs.
    public static Target ofFinding(SipIndex index, Finding finding) {
        int[] dialogs = finding.evidence().dialogs(index);
        return new Target(ofDialogs(dialogs).dialogs(), List.of(), Optional.of(finding));
    }

    /// The selection with this chosen.
    public Selection in(Selection before) {
        return before.withDialogs(dialogs).withMessages(messages);
    }
}
