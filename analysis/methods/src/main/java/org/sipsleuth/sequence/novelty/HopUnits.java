package org.sipsleuth.sequence.novelty;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

/// The units of novelty of a capture: each transaction on each hop as a [TransactionWord], after
/// the transactions before it in its dialog on that hop as a [Transition]. Units are numbered from
/// 0 in the order of their first messages, words and transitions in the order in which they first
/// came. Immutable.
///
/// What the beginning of the capture, its end or its place hides is marked as cut, and is never
/// new because of that. 16 bytes for each unit.
public final class HopUnits {

    private final TransactionTable table;
    private final List<TransactionWord> words;
    private final List<Transition> transitions;
    private final int[] messages;
    private final int[] ofWords;
    private final int[] ofTransitions;
    private final Ends ends;
    private final int[] wordCounts;
    private final int[] transitionCounts;

    /// The ends of dialogs on hops.
    static final class Ends {
        private final int[] transitions;
        private final int[] dialogs;

        Ends(int[] transitions, int[] dialogs) {
            this.transitions = transitions;
            this.dialogs = dialogs;
        }

        int size() {
            return transitions.length;
        }

        /// The transition to the end, as a place in [HopUnits#transitions].
        int transition(int end) {
            return transitions[end];
        }

        int dialog(int end) {
            return dialogs[end];
        }
    }

    HopUnits(TransactionTable table, List<TransactionWord> words, List<Transition> transitions, int[] messages,
            int[] ofWords, int[] ofTransitions, Ends ends) {
        this.table = table;
        this.words = List.copyOf(words);
        this.transitions = List.copyOf(transitions);
        this.messages = messages;
        this.ofWords = ofWords;
        this.ofTransitions = ofTransitions;
        this.ends = ends;
        this.wordCounts = counts(ofWords, words.size());
        this.transitionCounts = counts(ofTransitions, transitions.size());
    }

    private static int[] counts(int[] numbers, int size) {
        int[] counts = new int[size];
        for (int number : numbers) {
            counts[number]++;
        }
        return counts;
    }

    /// The units of a capture. Cost: one pass over its messages.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static HopUnits of(TransactionTable table, RunMonitor monitor) {
        return new HopUnitReader(table, monitor).read();
    }

    /// The transactions they come from.
    public TransactionTable table() {
        return table;
    }

    /// The capture.
    public SipIndex index() {
        return table.index();
    }

    /// How many units there are.
    public int size() {
        return messages.length;
    }

    /// The first message of a unit.
    public int message(int unit) {
        return messages[unit];
    }

    /// The unit that begins with a message, -1 if none does.
    int unitOf(int message) {
        return Math.max(-1, Arrays.binarySearch(messages, message));
    }

    /// The dialog of a unit.
    public int dialog(int unit) {
        return index().messages().dialog(messages[unit]);
    }

    /// The word of a unit, as a place in [#words].
    public int word(int unit) {
        return ofWords[unit];
    }

    /// The transition to a unit, as a place in [#transitions].
    public int transition(int unit) {
        return ofTransitions[unit];
    }

    /// The distinct words.
    public List<TransactionWord> words() {
        return words;
    }

    /// How many units have a word.
    public int wordCount(int word) {
        return wordCounts[word];
    }

    /// Where dialogs end on hops.
    Ends ends() {
        return ends;
    }

    /// The distinct transitions, those to the end of a dialog too, which no unit has.
    public List<Transition> transitions() {
        return transitions;
    }

    /// How many units have a transition.
    public int transitionCount(int transition) {
        return transitionCounts[transition];
    }
}
