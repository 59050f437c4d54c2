package org.sipsleuth.sequence.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// The sequences of message types that the dialogs of a capture have, each once, numbered from 0 in
/// the order of their first dialog. Immutable.
public final class DialogSequences {

    /// The value for dialogs that do not count.
    public static final int LEFT_OUT = -1;

    private static final String STAGE = "Collecting sequences";
    private static final int DIALOGS_A_STEP = 1 << 12;

    private final List<List<String>> sequences = new ArrayList<>();
    private final int[] ofDialog;

    /// Where the dialogs of each sequence begin in `dialogs`, and behind the last one their end.
    private final int[] starts;

    private final int[] dialogs;

    private DialogSequences(SipIndex index, MessageChoice choice, BitSet leftOut, RunMonitor monitor) {
        int count = index.dialogs().size();
        ofDialog = new int[count];
        Map<Integer, Integer> ofNode = new HashMap<>();
        Map<List<String>, Integer> numbers = new HashMap<>();
        for (int dialog = 0; dialog < count; dialog++) {
            if (dialog % DIALOGS_A_STEP == 0) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress(STAGE, dialog, count));
            }
            if (leftOut.get(dialog)) {
                ofDialog[dialog] = LEFT_OUT;
                continue;
            }
            boolean isInTable = !choice.retransmissions() || index.dialogs().retransmissionCount(dialog) == 0;
            if (isInTable) {
                int first = dialog;
                ofDialog[dialog] = ofNode.computeIfAbsent(index.dialogs().sequence(dialog),
                        _ -> number(inTable(index, first), choice, numbers));
            } else {
                ofDialog[dialog] = number(asCaptured(index, dialog), choice, numbers);
            }
        }
        starts = new int[sequences.size() + 1];
        for (int sequence : ofDialog) {
            if (sequence != LEFT_OUT) {
                starts[sequence + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        dialogs = new int[starts[sequences.size()]];
        int[] next = starts.clone();
        for (int dialog = 0; dialog < count; dialog++) {
            if (ofDialog[dialog] != LEFT_OUT) {
                dialogs[next[ofDialog[dialog]]++] = dialog;
            }
        }
    }

    /// Collects the sequences of a capture.
    ///
    /// @param choice which messages belong to them
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static DialogSequences of(SipIndex index, MessageChoice choice, RunMonitor monitor) {
        return of(index, choice, new BitSet(), monitor);
    }

    /// Collects the sequences of some dialogs of a capture.
    ///
    /// @param choice which messages belong to them
    /// @param leftOut the numbers of the dialogs that do not count
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static DialogSequences of(SipIndex index, MessageChoice choice, BitSet leftOut, RunMonitor monitor) {
        return new DialogSequences(index, choice, leftOut, monitor);
    }

    private int number(List<String> types, MessageChoice choice, Map<List<String>, Integer> numbers) {
        return numbers.computeIfAbsent(choice.repeats() ? types : Folding.of(types), sequence -> {
            sequences.add(sequence);
            return sequences.size() - 1;
        });
    }

    private static List<String> inTable(SipIndex index, int dialog) {
        return names(index, index.dialogs().sequenceTypes(dialog));
    }

    private static List<String> asCaptured(SipIndex index, int dialog) {
        int[] messages = index.messagesOf(dialog);
        return names(index, Arrays.stream(messages).map(index.messages()::type).toArray());
    }

    private static List<String> names(SipIndex index, int[] types) {
        return Arrays.stream(types).mapToObj(index.messages()::typeName).toList();
    }

    /// How many different sequences there are.
    public int size() {
        return sequences.size();
    }

    /// The message types of a sequence in order; empty for a dialog of retransmissions only.
    public List<String> types(int sequence) {
        return sequences.get(sequence);
    }

    /// How many dialogs have it.
    public int count(int sequence) {
        return starts[sequence + 1] - starts[sequence];
    }

    /// The dialogs that have it, in order.
    public int[] dialogs(int sequence) {
        return Arrays.copyOfRange(dialogs, starts[sequence], starts[sequence + 1]);
    }

    /// The sequence of a dialog, or [#LEFT_OUT].
    public int ofDialog(int dialog) {
        return ofDialog[dialog];
    }
}
