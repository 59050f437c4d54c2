package org.sipsleuth.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.media.TelephoneEvents;
import org.sipsleuth.media.TelephoneEvents;
import org.sipsleuth.transaction.Call;

/// What callers of voicemail enter: in INFO requests, or in RTP (RFC 4733) where they send none.
final class VoicemailEntries {

    private final Traffic traffic;
    private final Map<Integer, List<String>> ofDialog = new HashMap<>();

    /// Cost: the messages of the calls, and all frames of the captures if calls that were answered
    /// have no digits in INFO.
    ///
    /// @param calls those that are looked at
    /// @throws java.util.concurrent.CancellationException if the run was cancelled
    VoicemailEntries(Traffic traffic, Collection<List<Call>> calls) {
        this.traffic = traffic;
        for (List<Call> each : calls) {
            each.forEach(call -> ofDialog.put(call.first().dialog(), DialledDigits.entries(call, traffic)));
        }
        int[] silent = calls.stream()
                .flatMap(List::stream)
                .filter(Call::isAnswered)
                .mapToInt(call -> call.first().dialog())
                .filter(dialog -> ofDialog.getOrDefault(dialog, List.of()).isEmpty())
                .distinct()
                .sorted()
                .toArray();
        if (silent.length > 0) {
            media(silent).forEach((dialog, streams) -> ofDialog.put(dialog,
                    streams.stream().flatMap(keys -> DialledDigits.entries(keys).stream()).toList()));
        }
    }

    private Map<Integer, List<List<TelephoneEvents.Key>>> media(int[] dialogs) {
        try {
            return TelephoneEvents.ofCallers(traffic.table().index(), dialogs, traffic.monitor());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// How many there are in some calls.
    int count(List<Call> calls) {
        return calls.stream().mapToInt(call -> ofCall(call).size()).sum();
    }

    /// How many different ones.
    int different(List<Call> calls) {
        Set<String> entries = new HashSet<>();
        calls.forEach(call -> entries.addAll(ofCall(call)));
        return entries.size();
    }

    private List<String> ofCall(Call call) {
        return ofDialog.getOrDefault(call.first().dialog(), List.of());
    }
}
