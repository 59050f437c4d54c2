package org.sipsleuth.evaluate.ngram;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Messages that a fuzzer broke although parser and conformance accept them, and the normal ones
/// that they are compared with.
///
/// @param normal split by dialog
/// @param broken so many messages were broken, each distinct
/// @param accepted those of them without a defect and a departure from the RFCs
record AcceptedMessages(Split normal, int broken, List<LabelledMessage> accepted) {

    /// Takes a copy.
    AcceptedMessages {
        accepted = List.copyOf(accepted);
    }

    /// Of simulated messages those with changed bytes are broken; the others of their dialog are not.
    static AcceptedMessages ofSimulated(SimulatedMessages messages, long seed) {
        return of(messages, message -> !message.changes().isEmpty(), seed);
    }

    /// Of recorded attacks the first message of a dialog is as the fuzzer sent it; it is repeated and
    /// passed on later. Not every fuzzer lists what it changed.
    static AcceptedMessages ofRecorded(SimulatedMessages messages, long seed) {
        Set<Integer> begun = new HashSet<>();
        return of(messages, message -> begun.add(message.dialog()), seed);
    }

    private static AcceptedMessages of(SimulatedMessages messages, Predicate<LabelledMessage> isBroken, long seed) {
        List<LabelledMessage> broken =
                LabelledMessage.distinct(messages.anomalous().stream().filter(isBroken).toList());
        List<LabelledMessage> accepted = broken.stream()
                .filter(message -> SimpleModel.defects(message.bytes()) == 0 && !SimpleModel.departs(message.bytes()))
                .toList();
        return new AcceptedMessages(Split.byDialog(LabelledMessage.distinct(messages.normal()), seed), broken.size(),
                accepted);
    }
}
