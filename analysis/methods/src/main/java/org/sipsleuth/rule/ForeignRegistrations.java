package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.rule.ExternalCalls.Sign;
import org.sipsleuth.transaction.HopTransaction;

/// The REGISTERs by which callers took over accounts of others.
final class ForeignRegistrations {

    private final Traffic traffic;
    private final Map<Binding, List<HopTransaction>> all = new HashMap<>();

    private record Binding(int source, int account) {

        static Binding of(ExternalCalls calls) {
            return new Binding(calls.source(), calls.account());
        }
    }

    /// Collects those of all callers in one go.
    ForeignRegistrations(Traffic traffic, List<List<ExternalCalls>> callers, Logins logins) {
        this.traffic = traffic;
        for (List<ExternalCalls> together : callers) {
            for (ExternalCalls each : together) {
                if (each.has(Sign.FOREIGN) || each.has(Sign.MOVED)) {
                    all.put(Binding.of(each), new ArrayList<>());
                }
            }
        }
        if (all.isEmpty()) {
            return;
        }
        for (HopTransaction each : traffic.table().origins()) {
            if (logins.isRegister(each)) {
                List<HopTransaction> its = all.get(new Binding(each.source(), each.toUser()));
                if (its != null) {
                    its.add(each);
                }
            }
        }
    }

    /// Those of some callers that no rule has explained, in the order of time.
    List<HopTransaction> of(List<ExternalCalls> together) {
        return together.stream()
                .flatMap(each -> all.getOrDefault(Binding.of(each), List.of()).stream())
                .filter(each -> !traffic.isExplained(each))
                .sorted(Comparator.comparingLong(HopTransaction::atNanos).thenComparingInt(HopTransaction::request))
                .toList();
    }
}
