package org.sipsleuth.dialog.statistics;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.dialog.outcome.DialogOutcome;

/// Counts what [DialogPass] reports. One for each thread; they are merged at the end.
final class Tally implements Sink {

    /// More different names of servers than this are counted as [#OTHERS]: names are text of the
    /// capture, and may all differ.
    static final int MOST_NAMES = 20_000;

    static final String OTHERS = "(others)";

    /// The result of calls that were answered, however they ended.
    static final int ANSWERED = -1;

    /// The result of calls that are not decided.
    static final int UNDECIDED = -2;

    final Map<Integer, long[]> types = new HashMap<>();
    final Map<Integer, MethodTally> methods = new HashMap<>();
    final Map<Metric, LongList> times = new EnumMap<>(Metric.class);
    final Map<Metric, Ratio> ratios = new EnumMap<>(Metric.class);
    final Map<Integer, long[]> userAgents = new HashMap<>();
    final Map<String, long[]> servers = new HashMap<>();
    final Map<Transport, long[]> transports = new EnumMap<>(Transport.class);

    /// Calls by their result ([#result]).
    final Map<Integer, long[]> results = new HashMap<>();

    final CallTotals.Counter calls = new CallTotals.Counter();
    final TimelineTally timeline;
    long dialogs;
    long messages;
    long retransmissions;
    long defective;

    private final SipIndex index;
    private final MessageTable table;
    private final FieldReader fields;

    Tally(SipIndex index, TimelineTally timeline) {
        this.index = index;
        this.table = index.messages();
        this.timeline = timeline;
        fields = new FieldReader(index);
    }

    @Override
    public void dialog(int dialog) {
        dialogs++;
        int agent = index.dialogs().userAgentNumber(dialog);
        if (agent >= 0) {
            one(userAgents, agent);
        }
        String server = fields.text(DialogField.SERVER, dialog);
        if (!server.isEmpty()) {
            boolean hasRoom = servers.size() < MOST_NAMES || servers.containsKey(server);
            one(servers, hasRoom ? server : OTHERS);
        }
    }

    @Override
    public void message(int message) {
        messages++;
        one(types, table.type(message));
        one(transports, table.transport(message));
        timeline.message(table.capturedAtNanos(message));
        retransmissions += table.isRetransmission(message) ? 1 : 0;
        defective += table.isDefective(message) ? 1 : 0;
    }

    @Override
    public void exchange(int method, long firstNanos, long finalNanos) {
        methods.computeIfAbsent(method, _ -> new MethodTally()).add(firstNanos, finalNanos);
    }

    @Override
    public void time(Metric metric, long nanos) {
        times.computeIfAbsent(metric, _ -> new LongList()).add(nanos);
    }

    @Override
    public void share(Metric metric, boolean isCounted) {
        ratios.merge(metric, new Ratio(isCounted ? 1 : 0, 1), Ratio::plus);
    }

    @Override
    public void call(int request, DialogOutcome outcome, long talkNanos) {
        calls.add(table.dialog(request), outcome, talkNanos);
        if (result(outcome) != UNDECIDED) {
            one(results, result(outcome));
        }
        timeline.call(table.capturedAtNanos(request), outcome);
    }

    /// What came of a call: [#ANSWERED], [#UNDECIDED], or the status of its final response, 0
    /// without any.
    static int result(DialogOutcome outcome) {
        if (outcome.outcome().isAnswered()) {
            return ANSWERED;
        }
        return outcome.outcome().isOpen() ? UNDECIDED : outcome.status();
    }

    /// Accepts what another has counted.
    void add(Tally other) {
        other.types.forEach((type, count) -> more(types, type, count[0]));
        other.methods.forEach((method, its) -> methods.computeIfAbsent(method, _ -> new MethodTally()).add(its));
        other.times.forEach((metric, its) -> times.computeIfAbsent(metric, _ -> new LongList()).addAll(its));
        other.ratios.forEach((metric, its) -> ratios.merge(metric, its, Ratio::plus));
        other.userAgents.forEach((agent, count) -> more(userAgents, agent, count[0]));
        other.servers.forEach((server, count) -> more(servers, server, count[0]));
        other.transports.forEach((transport, count) -> more(transports, transport, count[0]));
        timeline.add(other.timeline);
        other.results.forEach((result, count) -> more(results, result, count[0]));
        dialogs += other.dialogs;
        messages += other.messages;
        retransmissions += other.retransmissions;
        defective += other.defective;
        calls.add(other.calls);
    }

    private static <K> void one(Map<K, long[]> counts, K key) {
        counts.computeIfAbsent(key, _ -> new long[1])[0]++;
    }

    private static <K> void more(Map<K, long[]> counts, K key, long count) {
        counts.computeIfAbsent(key, _ -> new long[1])[0] += count;
    }
}
