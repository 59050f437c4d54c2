package org.sipsleuth.filter.complete;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.run.RunMonitor;

/// The values that a capture has of some fields that are cheap to count: methods, status codes,
/// user agents, addresses, states. Immutable.
public final class CapturedValues implements KnownValues {

    /// Values of a field that are remembered at most, those met most often.
    private static final int MOST = 100;

    /// Longer ones help nobody who types.
    private static final int LONGEST = 200;

    private final Map<String, List<String>> values;

    private CapturedValues(Map<String, List<String>> values) {
        this.values = Map.copyOf(values);
    }

    /// Counts those of an index. Cost: a few passes over columns.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CapturedValues of(SipIndex index, RunMonitor monitor) {
        Map<String, List<String>> found = new HashMap<>();
        MessageTable messages = index.messages();
        DialogTable dialogs = index.dialogs();
        int[] types = count(messages.size(), messages.typeCount(), messages::type);
        monitor.throwIfCancelled();
        List<Integer> byCount = most(types);
        List<String> methods = byCount.stream()
                .filter(MessageTypes::isMethod)
                .map(type -> Literal.ofWord(messages.typeName(type), FieldKind.TEXT))
                .toList();
        found.put("sip.Method", methods);
        found.put("sip.CSeq.method", methods);
        found.put("sip.Status-Code",
                byCount.stream().filter(t -> !MessageTypes.isMethod(t)).map(String::valueOf).toList());
        addresses(index, found);
        monitor.throwIfCancelled();
        List<String> agents = texts(dialogs.size(), dialogs::userAgentNumber, dialogs::name);
        found.put("sip.User-Agent", agents);
        found.put("dialog.user_agent", agents);
        monitor.throwIfCancelled();
        found.put("dialog.caller", texts(dialogs.size(), dialogs::callerNumber, dialogs::name));
        found.put("dialog.callee", texts(dialogs.size(), dialogs::calleeNumber, dialogs::name));
        return new CapturedValues(found);
    }

    private static void addresses(SipIndex index, Map<String, List<String>> found) {
        MessageTable messages = index.messages();
        int[] sources = count(messages.size(), messages.endpointCount(), messages::source);
        int[] both = count(messages.size(), messages.endpointCount(), messages::destination);
        Arrays.setAll(both, i -> both[i] + sources[i]);
        Set<String> ipv4 = new LinkedHashSet<>();
        Set<String> ipv6 = new LinkedHashSet<>();
        for (int number : most(both)) {
            Endpoint endpoint = messages.endpoint(number);
            boolean isIpv4 = endpoint.address().getAddress().length == 4;
            (isIpv4 ? ipv4 : ipv6).add(endpoint.host());
        }
        for (String end : List.of("src", "dst", "addr")) {
            found.put("ip." + end, List.copyOf(ipv4));
            found.put("ipv6." + end, List.copyOf(ipv6));
        }
    }

    /// The texts met most often.
    private static List<String> texts(int size, IntUnaryOperator number, IntFunction<String> name) {
        int highest = IntStream.range(0, size).map(number).max().orElse(-1);
        return most(count(size, highest + 1, number)).stream()
                .map(name::apply)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
                .filter(text -> text.indexOf('\ufffd') < 0)
                .map(text -> Literal.ofWord(text, FieldKind.TEXT))
                .toList();
    }

    private static int[] count(int size, int keys, IntUnaryOperator key) {
        int[] counts = new int[keys];
        for (int i = 0; i < size; i++) {
            int its = key.applyAsInt(i);
            if (its >= 0) {
                counts[its]++;
            }
        }
        return counts;
    }

    private static List<Integer> most(int[] counts) {
        return IntStream.range(0, counts.length)
                .filter(i -> counts[i] > 0)
                .boxed()
                .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
                .limit(MOST)
                .toList();
    }

    @Override
    public List<String> of(Field field) {
        List<String> known = values.getOrDefault(field.name(), List.of());
        Set<String> all = new LinkedHashSet<>(known);
        all.addAll(KnownValues.usual().of(field));
        return List.copyOf(all);
    }
}
