package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.count;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// What answered the requests of a flood: the most frequent case, and how frequent it is.
final class FloodAnswers {

    private final TransactionTable table;
    private final List<HopTransaction> requests;

    /// @param requests one at least
    FloodAnswers(TransactionTable table, List<HopTransaction> requests) {
        this.table = table;
        this.requests = requests;
    }

    /// A kind of answer.
    ///
    /// @param status of the final response; 0 where it does not matter
    private record Answer(Case which, int status) implements Comparable<Answer> {

        @Override
        public int compareTo(Answer other) {
            return Comparator.comparing(Answer::which)
                    .thenComparingInt(Answer::status)
                    .compare(this, other);
        }
    }

    private enum Case {
        /// A final response.
        FINAL("final"),
        /// An INVITE that was accepted, without ACK.
        UNACKNOWLEDGED("unacknowledged"),
        /// Provisional responses only.
        PROVISIONAL("provisional"),
        /// No response.
        NONE("none"),
        /// No response, where responses were hardly captured.
        NOT_CAPTURED("captured");

        private final String key;

        Case(String key) {
            this.key = key;
        }
    }

    /// The most frequent case, with its count unless it is that of all: `all answered with 404`,
    /// `200 of 300 not answered`.
    Sentence sentence() {
        Map<Answer, Integer> counts = new TreeMap<>();
        requests.forEach(each -> counts.merge(answer(each), 1, Integer::sum));
        int most = 0;
        Answer answer = answer(requests.getFirst());
        for (Map.Entry<Answer, Integer> each : counts.entrySet()) {
            if (each.getValue() > most) {
                most = each.getValue();
                answer = each.getKey();
            }
        }
        String key = "floods.answers." + answer.which.key;
        return most == requests.size()
                ? Observed.TEXTS.sentence(key + ".all", count(answer.status))
                : Observed.TEXTS.sentence(key, count(most), count(requests.size()), count(answer.status));
    }

    private Answer answer(HopTransaction each) {
        boolean isInvite = each.method() == MessageTypes.INVITE;
        if (isInvite && each.isAccepted() && !each.isAcknowledged()) {
            return new Answer(Case.UNACKNOWLEDGED, 0);
        }
        if (each.status() != 0) {
            return new Answer(Case.FINAL, each.status());
        }
        if (each.provisional() != 0) {
            return new Answer(Case.PROVISIONAL, 0);
        }
        return new Answer(table.visibility().hasResponses() ? Case.NONE : Case.NOT_CAPTURED, 0);
    }
}
